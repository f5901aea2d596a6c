/** Measures of the gates. */
@NullMarked
package dev.frostbyte.bench.safety;

import org.jspecify.annotations.NullMarked;
