/**
 * The spine alone: journal, keys, objects and writer under fake stages, with real forces and real
 * kills.
 */
@NullMarked
package dev.frostbyte.bench.spine;

import org.jspecify.annotations.NullMarked;
