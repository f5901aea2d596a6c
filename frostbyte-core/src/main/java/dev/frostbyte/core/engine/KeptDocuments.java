package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.core.intake.ReopenedSource;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Reads what is kept of a document: its newest event and its bytes. Thread-safe. */
final class KeptDocuments {
  private final TenantParts parts;

  KeptDocuments(TenantParts parts) {
    this.parts = parts;
  }

  /**
   * The newest event that says the state of a document.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when the journal has it no longer
   */
  AuditEntry entry(CatalogEntry known) throws IOException {
    return at(known.index());
  }

  /** The entry at an index of the journal. */
  AuditEntry at(long index) throws IOException {
    List<AuditEntry> found =
        parts.journal().log().query(AuditQuery.all().from(index).to(index + 1)).entries();
    if (found.isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN, "Entry " + index + " of the journal is missing.");
    }
    return found.getFirst();
  }

  /** The outcome that an event tells. */
  OutcomeRecord outcome(AuditEntry entry) throws IOException {
    return parts
        .journal()
        .details(entry, OutcomeRecord.class)
        .orElseThrow(() -> gone(new DocumentId(entry.event().subject())));
  }

  /** The bytes as they were handed in, opened again each time they are read. */
  Received.Stored bytes(DocumentId document, CatalogEntry known, OutcomeRecord outcome)
      throws IOException {
    Sealer sealer =
        parts.keys().document(document, DocumentKey.ORIGINAL).orElseThrow(() -> gone(document));
    ObjectRef raw = Objects.requireNonNull(known.raw());
    ReopenedSource source =
        new ReopenedSource(
            outcome.size(), () -> sealer.opening(parts.objects().open(raw), Receiver.RAW));
    return new Received.Stored(source, outcome.source());
  }

  private static FrostbyteException gone(DocumentId document) {
    return FrostbyteException.of(
        ProblemCode.DOCUMENT_NOT_FOUND, "Document " + document + " was erased.");
  }
}
