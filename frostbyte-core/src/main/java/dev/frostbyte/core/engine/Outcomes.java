package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.UntrustedText;
import java.util.Objects;

/** Makes outcomes from their records. Stateless. */
final class Outcomes {
  private Outcomes() {}

  static DocumentOutcome of(
      EventType type, DocumentId document, OutcomeRecord record, AuditReceipt receipt) {
    SubmissionId id = record.submission();
    UntrustedText name = record.fileName();
    Origin origin = record.origin();
    return switch (type) {
      case DOCUMENT_PUBLISHED -> stored(document, record, receipt);
      case DOCUMENT_UNCHANGED -> new DocumentOutcome.Unchanged(id, document, name, origin, receipt);
      case DOCUMENT_HELD ->
          new DocumentOutcome.Held(id, document, name, origin, receipt, problem(record));
      case DOCUMENT_QUARANTINED ->
          new DocumentOutcome.Quarantined(
              id, document, name, origin, receipt, problem(record), record.findings());
      case DOCUMENT_REJECTED ->
          new DocumentOutcome.Rejected(id, document, name, origin, receipt, problem(record));
      case DOCUMENT_FAILED ->
          new DocumentOutcome.Failed(id, document, name, origin, receipt, problem(record));
      default -> throw new IllegalArgumentException("no document ends with " + type);
    };
  }

  private static DocumentOutcome stored(
      DocumentId document, OutcomeRecord record, AuditReceipt receipt) {
    return new DocumentOutcome.Stored(
        record.submission(),
        document,
        record.fileName(),
        record.origin(),
        receipt,
        record.chunks(),
        record.complete(),
        record.findings());
  }

  private static Problem problem(OutcomeRecord record) {
    return Objects.requireNonNull(record.problem(), "an outcome that is not stored has a problem");
  }
}
