/** Tests of {@code mail}. */
@NullMarked
package dev.frostbyte.parsers.mail;

import org.jspecify.annotations.NullMarked;
