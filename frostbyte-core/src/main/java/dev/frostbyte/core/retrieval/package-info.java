/** Hybrid search and its proof. */
@NullMarked
package dev.frostbyte.core.retrieval;

import org.jspecify.annotations.NullMarked;
