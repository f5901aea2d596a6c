package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import java.util.Locale;
import java.util.Optional;

/** One outcome as one line. Stateless. */
final class OutcomeLine {
  private static final String INDENT = "\n             ";

  private OutcomeLine() {}

  static ObjectNode json(DocumentOutcome outcome, BatchId batch) {
    return Json.object()
        .put("file", outcome.fileName().value())
        .put("outcome", outcome.word())
        .put("code", problem(outcome).map(problem -> problem.code().name()).orElse(null))
        .put("document", outcome.document().value())
        .put("attached_to", around(outcome).map(DocumentId::value).orElse(null))
        .put("batch", batch.value());
  }

  /** How it ended, without what to do about it. */
  static String brief(DocumentOutcome outcome) {
    return name(outcome)
        + problem(outcome).map(problem -> "  " + problem.code()).orElseGet(() -> size(outcome));
  }

  /** How it ended and what to do about it. */
  static String text(DocumentOutcome outcome) {
    return name(outcome) + problem(outcome).map(OutcomeLine::reason).orElseGet(() -> size(outcome));
  }

  /** The same, and the id by which a person goes on with a document that waits. */
  static String withId(DocumentOutcome outcome) {
    return waits(outcome) ? text(outcome) + INDENT + outcome.document() : text(outcome);
  }

  /** Whether a person decides what becomes of it. */
  static boolean waits(DocumentOutcome outcome) {
    return outcome instanceof DocumentOutcome.Held
        || outcome instanceof DocumentOutcome.Quarantined;
  }

  /** What lay in another file stands behind it, with a mark for each file around it. */
  private static String name(DocumentOutcome outcome) {
    int depth = outcome.origin().attachment().map(Origin.Attachment::depth).orElse(0);
    String name = "> ".repeat(depth) + Shown.line(outcome.fileName());
    return String.format(Locale.ROOT, "%-11s  %s", outcome.word(), name);
  }

  private static Optional<DocumentId> around(DocumentOutcome outcome) {
    return outcome.origin().attachment().map(Origin.Attachment::document);
  }

  static Optional<Problem> problem(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Stored stored -> Optional.empty();
      case DocumentOutcome.Unchanged unchanged -> Optional.empty();
      case DocumentOutcome.Held held -> Optional.of(held.problem());
      case DocumentOutcome.Quarantined quarantined -> Optional.of(quarantined.problem());
      case DocumentOutcome.Rejected rejected -> Optional.of(rejected.problem());
      case DocumentOutcome.Failed failed -> Optional.of(failed.problem());
    };
  }

  private static String reason(Problem problem) {
    return INDENT + Shown.line(UntrustedText.of(problem.toString()));
  }

  private static String size(DocumentOutcome outcome) {
    return outcome instanceof DocumentOutcome.Stored stored
        ? "  ("
            + stored.chunks()
            + (stored.chunks() == 1 ? " passage" : " passages")
            + (stored.complete() ? ")" : ", cut short)")
        : "";
  }
}
