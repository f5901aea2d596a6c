/** Parsers that send documents to services elsewhere, against answers written by their schemas. */
@NullMarked
package dev.frostbyte.parsers.remote;

import org.jspecify.annotations.NullMarked;
