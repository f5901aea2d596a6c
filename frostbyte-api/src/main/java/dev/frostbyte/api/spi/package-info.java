/**
 * Extension points. Every provider is found by ServiceLoader and read by its annotation before any
 * of its code runs.
 */
@NullMarked
package dev.frostbyte.api.spi;

import org.jspecify.annotations.NullMarked;
