package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.TimeStamped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a time stamping service's answer. */
@Command(
    name = "accept",
    header = "Checks a time stamp and keeps it in the tenant's audit log.",
    description = "Exit code 3 when it does not verify.",
    footer = "Example:  frostbyte timestamp accept acme acme.tsq acme.tsr --trust tsa.der")
final class TimeStampAcceptCommand extends AcceptTask {
  @Option(
      names = "--trust",
      required = true,
      paramLabel = "FILE",
      description = "Certificate (DER) of the service or of the authority above it; repeatable.")
  private List<Path> trusted = List.of();

  TimeStampAcceptCommand() {
    super("timestamp");
  }

  @Override
  Accepted accept(AttestableLog log, byte[] request, byte[] response) throws IOException {
    List<byte[]> certificates = new ArrayList<>();
    for (Path one : trusted) {
      certificates.add(SmallFile.bytes(one));
    }
    TimeStamped kept = log.stamped(request, response, certificates);
    return new Accepted(
        ExitCode.DONE,
        Json.object().put("size", kept.size()).put("time", kept.time().toString()),
        "Kept: " + kept.size() + " entries existed at " + kept.time() + ".");
  }
}
