/** Audit events, receipts, checkpoints, and the log that keeps them. */
@NullMarked
package dev.frostbyte.api.audit;

import org.jspecify.annotations.NullMarked;
