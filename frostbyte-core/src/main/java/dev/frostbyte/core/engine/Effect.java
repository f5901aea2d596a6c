package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import java.io.IOException;
import java.util.List;

/**
 * Something that changes what a tenant keeps, bracketed by events: its intent is durable before
 * anything is done, its outcome before it is acknowledged. Steps run in this order on the tenant's
 * writer; effects of a batch share the forces.
 */
interface Effect<T> {
  /** Events before; empty when the effect is nothing but its own event. */
  List<Draft> intent();

  /** Makes the keys it needs; forced once for the batch. */
  default void prepare() throws IOException {}

  /** Puts its objects; the directory is synced once for the batch. */
  default void perform() throws IOException {}

  /** Events after; the last one is the receipt. */
  List<Draft> outcome() throws IOException;

  /** Applies the outcome to catalog and projections. */
  T apply(List<AuditReceipt> receipts) throws IOException;

  /** Undoes what {@link #prepare} and {@link #perform} left when one of them failed. */
  default void undo() {}
}
