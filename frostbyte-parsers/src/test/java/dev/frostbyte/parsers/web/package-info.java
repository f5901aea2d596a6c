/** Tests of {@code web}. */
@NullMarked
package dev.frostbyte.parsers.web;

import org.jspecify.annotations.NullMarked;
