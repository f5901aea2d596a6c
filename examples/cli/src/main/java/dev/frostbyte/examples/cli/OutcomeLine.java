package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import java.util.Locale;
import java.util.Optional;

/** One outcome as one line. Stateless. */
final class OutcomeLine {
  private OutcomeLine() {}

  static ObjectNode json(DocumentOutcome outcome, BatchId batch) {
    return Json.object()
        .put("file", outcome.fileName().value())
        .put("outcome", outcome.word())
        .put("code", problem(outcome).map(problem -> problem.code().name()).orElse(null))
        .put("document", outcome.document().value())
        .put("batch", batch.value());
  }

  static String text(DocumentOutcome outcome) {
    String line =
        String.format(Locale.ROOT, "%-11s  %s", outcome.word(), Shown.line(outcome.fileName()));
    return line + problem(outcome).map(OutcomeLine::reason).orElseGet(() -> size(outcome));
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
    return "\n             " + Shown.line(UntrustedText.of(problem.toString()));
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
