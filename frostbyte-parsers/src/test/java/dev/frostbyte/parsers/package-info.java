/** Tests over all parsers of the module. */
@NullMarked
package dev.frostbyte.parsers;

import org.jspecify.annotations.NullMarked;
