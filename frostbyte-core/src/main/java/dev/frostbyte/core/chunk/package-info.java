/**
 * Cuts SERVED into chunks along headings, list and table borders, under a character and a token
 * limit.
 */
@NullMarked
package dev.frostbyte.core.chunk;

import org.jspecify.annotations.NullMarked;
