/** Tests of {@code ocr}. */
@NullMarked
package dev.frostbyte.parsers.ocr;

import org.jspecify.annotations.NullMarked;
