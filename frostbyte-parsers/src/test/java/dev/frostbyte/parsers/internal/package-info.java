/** Tests of what several parsers share. */
@NullMarked
package dev.frostbyte.parsers.internal;

import org.jspecify.annotations.NullMarked;
