/**
 * Safety inspectors: instructions to machines, invisible characters, hidden text, personal data.
 * Every scan is linear in the length of the text: words are looked up, windows are bounded, and no
 * backtracking regular expression meets document text.
 */
@NullMarked
package dev.frostbyte.core.inspect;

import org.jspecify.annotations.NullMarked;
