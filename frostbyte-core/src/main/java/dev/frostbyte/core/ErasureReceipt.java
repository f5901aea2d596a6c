package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentId;
import java.util.List;

/**
 * Proof of an erasure in two stages. Immutable.
 *
 * @param keyDestroyed from here on nothing that was sealed for the document opens, backups of the
 *     home included
 * @param physicallyRemoved its bytes are gone from every store of this home
 * @param remains what this erasure cannot reach, for people
 */
public record ErasureReceipt(
    DocumentId document,
    AuditReceipt keyDestroyed,
    AuditReceipt physicallyRemoved,
    List<String> remains) {
  /** Copies the list. */
  public ErasureReceipt {
    remains = List.copyOf(remains);
  }
}
