/** Documents that hide one text each, drawn by seed, and how much of it is found. */
@NullMarked
package dev.frostbyte.bench.safety.hidden;

import org.jspecify.annotations.NullMarked;
