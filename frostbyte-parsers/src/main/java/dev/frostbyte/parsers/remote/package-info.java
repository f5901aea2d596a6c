/** Parsers that send documents to services elsewhere, and take their answers for hostile. */
@NullMarked
package dev.frostbyte.parsers.remote;

import org.jspecify.annotations.NullMarked;
