/** Tests of models of pages. */
@NullMarked
package dev.frostbyte.parsers.model;

import org.jspecify.annotations.NullMarked;
