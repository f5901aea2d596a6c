/** The library with its default plugins: what most integrators take. */
@NullMarked
package dev.frostbyte.embedded;

import org.jspecify.annotations.NullMarked;
