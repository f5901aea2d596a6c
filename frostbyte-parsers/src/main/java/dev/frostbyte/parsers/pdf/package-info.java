/**
 * PDF: what is painted becomes glyphs and rules, glyphs become words, lines, tables, paragraphs and
 * headings in reading order. Nothing is taken in the order of the content stream.
 */
@NullMarked
package dev.frostbyte.parsers.pdf;

import org.jspecify.annotations.NullMarked;
