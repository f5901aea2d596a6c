/** Tells types from structure: headers and trailers, directories of containers, kinds of text. */
@NullMarked
package dev.frostbyte.parsers.detect;

import org.jspecify.annotations.NullMarked;
