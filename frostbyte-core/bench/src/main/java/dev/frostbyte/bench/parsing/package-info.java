/** Benchmarks of the parsers; each main class says what it measures and how to run it. */
@NullMarked
package dev.frostbyte.bench.parsing;

import org.jspecify.annotations.NullMarked;
