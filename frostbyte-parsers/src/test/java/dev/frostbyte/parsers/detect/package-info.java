/** Tests of {@code detect}. */
@NullMarked
package dev.frostbyte.parsers.detect;

import org.jspecify.annotations.NullMarked;
