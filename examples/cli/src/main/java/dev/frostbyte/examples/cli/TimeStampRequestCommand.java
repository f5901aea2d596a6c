package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a time stamping service is asked. */
@Command(
    name = "request",
    header = "Seals a tenant's audit log and writes the query for a time stamping service.",
    footer = "Example:  frostbyte timestamp request acme --out acme.tsq")
final class TimeStampRequestCommand extends Task {
  @Parameters(paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The query.")
  private @Nullable Path out;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(given(tenant), "timestamp", session -> write(session, frostbyte));
  }

  private ExitCode write(TenantSession session, Frostbyte frostbyte) throws IOException {
    Files.write(given(out), session.attestation().timeStampRequest());
    frostbyte.answer(
        Json.object().put("out", given(out).toString()), "Query written to " + out + ".");
    return ExitCode.DONE;
  }
}
