package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.Witnessed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a witness's answer. */
@Command(
    name = "accept",
    header = "Checks a witness's cosignatures and keeps them in the tenant's audit log.",
    description = "Exit code 3 when one does not verify, 4 when none is of a known witness.",
    footer = "Example:  frostbyte witness accept acme request response --witness w1.txt")
final class WitnessAcceptCommand extends AcceptTask {
  @Option(
      names = "--witness",
      required = true,
      paramLabel = "KEY|FILE",
      description = "Verifier key of a witness, or a file with one a line; may be repeated.")
  private List<String> witnesses = List.of();

  WitnessAcceptCommand() {
    super("witness");
  }

  @Override
  Accepted accept(AttestableLog log, byte[] request, byte[] response) throws IOException {
    String sent = text(request);
    String note = sent.substring(sent.indexOf("\n\n") < 0 ? 0 : sent.indexOf("\n\n") + 2);
    try {
      return accepted(log.cosigned(note, text(response), VerifierKeys.read(witnesses)));
    } catch (IllegalArgumentException e) {
      throw misuse("--witness must name C2SP verifier keys of type 0x04 or 0x06.");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Accepted accepted(Witnessed kept) {
    return kept.witnesses().isEmpty()
        ? new Accepted(
            ExitCode.UNMET,
            Json.object().put("kept", 0),
            "Nothing was kept: no cosignature is of a known witness.")
        : new Accepted(
            ExitCode.DONE,
            Json.object()
                .put("kept", kept.witnesses().size())
                .put("size", kept.size())
                .put("witnesses", String.join(" ", kept.witnesses())),
            "Cosignatures of "
                + String.join(", ", kept.witnesses())
                + " kept for "
                + kept.size()
                + " entries.");
  }
}
