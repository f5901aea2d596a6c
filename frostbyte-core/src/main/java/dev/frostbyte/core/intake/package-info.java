/** From files handed in to verified bytes of a known type. */
@NullMarked
package dev.frostbyte.core.intake;

import org.jspecify.annotations.NullMarked;
