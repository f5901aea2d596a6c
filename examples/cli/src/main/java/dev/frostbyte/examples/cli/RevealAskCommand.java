package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.TenantSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks to see what was found in a document. */
@Command(
    name = "ask",
    header = "Asks to see what was found in a document.",
    footer = "Example:  frostbyte reveal ask acme doc_0123... --reason \"...\"")
final class RevealAskCommand extends TenantTask {
  private static final String REASON = " --reason \"...\"";

  @Parameters(index = "1", paramLabel = "DOCUMENT", description = "Id of the document.")
  private @Nullable DocumentId document;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept sealed beside the audit event.")
  private @Nullable String reason;

  @Override
  boolean takesTwo() {
    return true;
  }

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    UUID request = session.reveals().ask(given(document), given(reason));
    frostbyte.answer(
        Json.object().put("document", given(document).value()).put("request", request.toString()),
        "Asked. Another person allows it with:\n  "
            + frostbyte.next("reveal allow " + session.tenant() + " " + request + REASON));
    return ExitCode.DONE;
  }
}
