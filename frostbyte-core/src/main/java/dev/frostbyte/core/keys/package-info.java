/** Master keys, key tables and the spaces that plugins are opened on. */
@NullMarked
package dev.frostbyte.core.keys;

import org.jspecify.annotations.NullMarked;
