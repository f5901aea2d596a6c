package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a time stamping service's answer. */
@Command(
    name = "accept",
    header = "Checks a time stamp and keeps it in the tenant's audit log.",
    description = "Exit code 3 when it does not verify.",
    footer = "Example:  frostbyte timestamp accept acme acme.tsq acme.tsr --trust tsa.der")
final class TimeStampAcceptCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "QUERY", description = "What was sent.")
  private @Nullable Path query;

  @Parameters(index = "2", paramLabel = "REPLY", description = "What came back.")
  private @Nullable Path reply;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "FILE",
      description = "Certificate (DER) of the service or of the authority above it; repeatable.")
  private List<Path> trusted = List.of();

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(given(tenant), "timestamp", session -> accept(session, frostbyte));
  }

  private ExitCode accept(TenantSession session, Frostbyte frostbyte) throws IOException {
    List<byte[]> certificates = new ArrayList<>();
    for (Path one : trusted) {
      certificates.add(SmallFile.bytes(one));
    }
    TimeStamped kept =
        session
            .attestation()
            .stamped(SmallFile.bytes(given(query)), SmallFile.bytes(given(reply)), certificates);
    frostbyte.answer(
        Json.object().put("size", kept.size()).put("time", kept.time().toString()),
        "Kept: " + kept.size() + " entries existed at " + kept.time() + ".");
    return ExitCode.DONE;
  }
}
