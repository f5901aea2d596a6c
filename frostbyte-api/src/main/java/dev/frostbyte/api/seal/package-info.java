/** Sealing of bytes with keys that can be destroyed. */
@NullMarked
package dev.frostbyte.api.seal;

import org.jspecify.annotations.NullMarked;
