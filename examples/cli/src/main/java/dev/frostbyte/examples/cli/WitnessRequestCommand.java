package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a witness is asked. */
@Command(
    name = "request",
    header = "Seals a tenant's audit log and writes the request for a witness.",
    footer = "Example:  frostbyte witness request acme --old 120 --out request")
final class WitnessRequestCommand extends Task {
  @Parameters(paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The request.")
  private @Nullable Path out;

  @Option(
      names = "--old",
      paramLabel = "SIZE",
      description = "Size of the checkpoint the witness cosigned last. Default: 0, none.")
  private long old;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(given(tenant), "witness", session -> write(session, frostbyte));
  }

  private ExitCode write(TenantSession session, Frostbyte frostbyte) throws IOException {
    String request;
    try {
      request = session.attestation().witnessRequest(old);
    } catch (IllegalArgumentException e) {
      throw misuse("--old " + old + " is more than the log has; name the size the witness said.");
    }
    OutputFile.write(given(out), request);
    frostbyte.answer(
        Json.object().put("out", given(out).toString()), "Request written to " + out + ".");
    return ExitCode.DONE;
  }
}
