/** Tests of the whole library with its real plugins. */
@NullMarked
package dev.frostbyte.it;

import org.jspecify.annotations.NullMarked;
