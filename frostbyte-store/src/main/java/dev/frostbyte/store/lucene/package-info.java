/** Words and vectors in one Lucene index per tenant, in an encrypting directory. */
@NullMarked
package dev.frostbyte.store.lucene;

import org.jspecify.annotations.NullMarked;
