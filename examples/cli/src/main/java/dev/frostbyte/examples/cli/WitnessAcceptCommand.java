package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a witness's answer. */
@Command(
    name = "accept",
    header = "Checks a witness's cosignatures and keeps them in the tenant's audit log.",
    description = "Exit code 3 when one does not verify, 4 when none is of a known witness.",
    footer = "Example:  frostbyte witness accept acme request response --witness w1.txt")
final class WitnessAcceptCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "REQUEST", description = "What was sent.")
  private @Nullable Path request;

  @Parameters(index = "2", paramLabel = "RESPONSE", description = "What came back.")
  private @Nullable Path response;

  @Option(
      names = "--witness",
      required = true,
      paramLabel = "KEY|FILE",
      description = "Verifier key of a witness, or a file with one a line; may be repeated.")
  private List<String> witnesses = List.of();

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(given(tenant), "witness", session -> accept(session, frostbyte));
  }

  private ExitCode accept(TenantSession session, Frostbyte frostbyte) throws IOException {
    String sent = SmallFile.text(given(request));
    String note = sent.substring(sent.indexOf("\n\n") < 0 ? 0 : sent.indexOf("\n\n") + 2);
    String lines = SmallFile.text(given(response));
    Witnessed kept;
    try {
      kept = session.attestation().cosigned(note, lines, VerifierKeys.read(witnesses));
    } catch (IllegalArgumentException e) {
      throw misuse("--witness must name C2SP verifier keys of type 0x04 or 0x06.");
    }
    return kept.witnesses().isEmpty() ? none(frostbyte) : say(kept, frostbyte);
  }

  private static ExitCode none(Frostbyte frostbyte) {
    frostbyte.answer(
        Json.object().put("kept", 0), "Nothing was kept: no cosignature is of a known witness.");
    return ExitCode.UNMET;
  }

  private static ExitCode say(Witnessed kept, Frostbyte frostbyte) {
    frostbyte.answer(
        Json.object()
            .put("kept", kept.witnesses().size())
            .put("size", kept.size())
            .put("witnesses", String.join(" ", kept.witnesses())),
        "Cosignatures of "
            + String.join(", ", kept.witnesses())
            + " kept for "
            + kept.size()
            + " entries.");
    return ExitCode.DONE;
  }
}
