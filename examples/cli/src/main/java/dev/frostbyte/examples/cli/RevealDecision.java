package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Reveals;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A decision about one request. One thread. */
abstract class RevealDecision extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "REQUEST", description = "Id of the request.")
  private @Nullable UUID request;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept sealed beside the audit event.")
  private @Nullable String reason;

  private final String word;
  private final String decided;

  RevealDecision(String word, String decided) {
    this.word = word;
    this.decided = decided;
  }

  /** Takes the decision. */
  abstract AuditReceipt decide(Reveals reveals, UUID request, String reason);

  @Override
  final ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(
        given(tenant),
        "reveal " + word,
        session -> {
          AuditReceipt receipt = decide(session.reveals(), given(request), given(reason));
          frostbyte.answer(
              RevealLine.decided(given(request), decided, receipt),
              "The request is " + decided + ".");
          return ExitCode.DONE;
        });
  }
}
