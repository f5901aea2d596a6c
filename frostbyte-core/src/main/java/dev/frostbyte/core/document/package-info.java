/** Canonical documents: built from blocks, rendered, and kept as sealed bundles. */
@NullMarked
package dev.frostbyte.core.document;

import org.jspecify.annotations.NullMarked;
