package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes what came back for a tenant's audit log, beside what was sent. One thread. */
@Command
abstract class AcceptTask extends Task {
  private final String purpose;

  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "REQUEST", description = "What was sent.")
  private @Nullable Path request;

  @Parameters(index = "2", paramLabel = "RESPONSE", description = "What came back.")
  private @Nullable Path response;

  /** Who opens the tenant, as its log says. */
  AcceptTask(String purpose) {
    this.purpose = purpose;
  }

  @Override
  final ExitCode run(Frostbyte frostbyte) throws IOException {
    byte[] sent = SmallFile.bytes(given(request));
    byte[] came = SmallFile.bytes(given(response));
    return frostbyte.withTenant(
        given(tenant),
        purpose,
        session -> accept(session.attestation(), sent, came).tell(frostbyte));
  }

  /** Has the answer checked and kept. */
  abstract Accepted accept(AttestableLog log, byte[] request, byte[] response) throws IOException;

  /**
   * What became of it.
   *
   * @param object for {@code --json}
   */
  record Accepted(
      ExitCode exit, com.fasterxml.jackson.databind.node.ObjectNode object, String text) {
    private ExitCode tell(Frostbyte frostbyte) {
      frostbyte.answer(object, text);
      return exit;
    }
  }
}
