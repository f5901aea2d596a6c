/** Sealed rows in one H2 database per tenant. */
@NullMarked
package dev.frostbyte.store.h2;

import org.jspecify.annotations.NullMarked;
