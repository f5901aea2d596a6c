/** Tests of {@code parsing}. */
@NullMarked
package dev.frostbyte.bench.parsing;

import org.jspecify.annotations.NullMarked;
