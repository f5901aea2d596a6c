package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.core.Reveals;
import dev.frostbyte.core.TenantSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A decision about one request. One thread. */
abstract class RevealDecision extends TenantTask {
  @Parameters(index = "1", paramLabel = "REQUEST", description = "Id of the request.")
  private @Nullable UUID request;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept sealed beside the audit event.")
  private @Nullable String reason;

  private final String decided;

  RevealDecision(String decided) {
    this.decided = decided;
  }

  /** Takes the decision. */
  abstract AuditReceipt decide(Reveals reveals, UUID request, String reason);

  @Override
  final boolean takesTwo() {
    return true;
  }

  @Override
  final ExitCode run(TenantSession session, Frostbyte frostbyte) {
    AuditReceipt receipt = decide(session.reveals(), given(request), given(reason));
    frostbyte.answer(
        RevealLine.decided(given(request), decided, receipt), "The request is " + decided + ".");
    return ExitCode.DONE;
  }
}
