/** Sealed objects, rows and indexes of one tenant; each kind has a package of its own. */
@NullMarked
package dev.frostbyte.store;

import org.jspecify.annotations.NullMarked;
