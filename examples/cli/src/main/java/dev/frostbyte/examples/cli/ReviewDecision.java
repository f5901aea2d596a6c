package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.TenantSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A decision about one document that waits. One thread. */
abstract class ReviewDecision extends TenantTask {
  @Parameters(index = "1", paramLabel = "DOCUMENT", description = "Id of the document.")
  private @Nullable DocumentId document;

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "Token that review list or review show printed for what you looked at.")
  private @Nullable String token;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept sealed beside the audit event.")
  private @Nullable String reason;

  /** Takes the decision. */
  abstract ExitCode decide(Frostbyte frostbyte, TenantSession session, Given given);

  @Override
  final boolean takesTwo() {
    return true;
  }

  @Override
  final ExitCode run(TenantSession session, Frostbyte frostbyte) {
    Given given = new Given(given(document), given(token), given(reason));
    return decide(frostbyte, session, given);
  }

  /** Says what became of a document that was read again. */
  static ExitCode tell(Frostbyte frostbyte, DocumentOutcome outcome) {
    ObjectNode json =
        Json.object()
            .put("document", outcome.document().value())
            .put("file", outcome.fileName().value())
            .put("outcome", outcome.word())
            .put(
                "code",
                OutcomeLine.problem(outcome).map(problem -> problem.code().name()).orElse(null));
    json.set("receipt", Json.receipt(outcome.receipt()));
    frostbyte.answer(json, OutcomeLine.text(outcome));
    return outcome instanceof DocumentOutcome.Stored ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  /** What a decision is about. */
  record Given(DocumentId document, String token, String reason) {}
}
