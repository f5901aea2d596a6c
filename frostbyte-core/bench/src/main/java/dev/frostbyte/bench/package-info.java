/** Benchmarks; each main class says what it measures and how to run it. */
@NullMarked
package dev.frostbyte.bench;

import org.jspecify.annotations.NullMarked;
