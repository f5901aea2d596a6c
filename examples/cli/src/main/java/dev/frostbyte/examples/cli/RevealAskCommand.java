package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.TenantId;
import java.io.IOException;
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
final class RevealAskCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "DOCUMENT", description = "Id of the document.")
  private @Nullable DocumentId document;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept sealed beside the audit event.")
  private @Nullable String reason;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(
        given(tenant),
        "reveal ask",
        session -> {
          UUID request = session.reveals().ask(given(document), given(reason));
          frostbyte.answer(
              Json.object()
                  .put("document", given(document).value())
                  .put("request", request.toString()),
              "Asked. Another person allows it with:  reveal allow " + tenant + " " + request);
          return ExitCode.DONE;
        });
  }
}
