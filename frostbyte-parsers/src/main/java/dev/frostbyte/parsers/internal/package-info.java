/**
 * What parsers of several formats share. Public only because packages of this module need it; no
 * part of what the module offers, and it may change at any time.
 */
@NullMarked
package dev.frostbyte.parsers.internal;

import org.jspecify.annotations.NullMarked;
