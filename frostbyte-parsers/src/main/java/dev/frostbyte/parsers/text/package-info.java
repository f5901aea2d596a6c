/** Parsers of pure text: plain text, separated values, Markdown. */
@NullMarked
package dev.frostbyte.parsers.text;

import org.jspecify.annotations.NullMarked;
