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
 * @param attachments documents that had come in only in this one, and were erased with it
 * @param staying documents that lay in one of those, and stay since they came otherwise too: erase
 *     each of them if it must go
 * @param remains what this erasure cannot reach, for people
 */
public record ErasureReceipt(
    DocumentId document,
    AuditReceipt keyDestroyed,
    AuditReceipt physicallyRemoved,
    List<Erased> attachments,
    List<DocumentId> staying,
    List<String> remains) {
  /** Copies the lists. */
  public ErasureReceipt {
    attachments = List.copyOf(attachments);
    staying = List.copyOf(staying);
    remains = List.copyOf(remains);
  }

  /** A document that was erased with another, by the same two stages. */
  public record Erased(
      DocumentId document, AuditReceipt keyDestroyed, AuditReceipt physicallyRemoved) {}
}
