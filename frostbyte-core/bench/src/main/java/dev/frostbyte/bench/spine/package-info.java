/**
 * The spine alone: journal, keys, objects and writer under fake stages, with real forces and real
 * kills. The package {@code dev.frostbyte.bench} says how to start them.
 */
@NullMarked
package dev.frostbyte.bench.spine;

import org.jspecify.annotations.NullMarked;
