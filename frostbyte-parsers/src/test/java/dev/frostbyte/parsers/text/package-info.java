/** Tests of {@code text}. */
@NullMarked
package dev.frostbyte.parsers.text;

import org.jspecify.annotations.NullMarked;
