/**
 * Word, Excel and PowerPoint files (OOXML, ECMA-376). Parts are read as streams straight from the
 * zip container, under the limits of the document; what is not needed is never inflated. DTDs are
 * refused, external targets are never opened.
 */
@NullMarked
package dev.frostbyte.parsers.office;

import org.jspecify.annotations.NullMarked;
