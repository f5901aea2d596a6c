/**
 * Values every module shares: identities, documents, places, findings, problems and outcomes. All
 * types are immutable.
 */
@NullMarked
package dev.frostbyte.api.model;

import org.jspecify.annotations.NullMarked;
