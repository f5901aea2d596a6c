package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.audit.ExportVerifier;
import dev.frostbyte.audit.ExportVerifier.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks exported evidence; with a verifier key it needs neither home nor key file. */
@Command(
    name = "verify",
    header = "Checks an exported audit log: signature, every entry, every tile.",
    description =
        "Trusts the key given with --verifier-key, or else the key of the home. An export alone cannot show that"
            + " newer entries existed; --checkpoint names a checkpoint kept from before.",
    footer = "Example:  frostbyte verify evidence/ --verifier-key key.txt")
final class VerifyCommand extends Task {
  @Parameters(paramLabel = "PATH", description = "Folder with checkpoint and tile/.")
  private @Nullable Path path;

  @Option(
      names = "--verifier-key",
      paramLabel = "KEY|FILE",
      description =
          "C2SP verifier key as 'audit TENANT export' prints it, or a file that holds it.")
  private @Nullable String key;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Checkpoint the log must continue.")
  private @Nullable Path known;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    Optional<String> trusted = trusted(frostbyte);
    Verdict verdict =
        trusted.isEmpty()
            ? new Verdict.PolicyUnmet(
                "no verifier key is known; give one with --verifier-key or name the home with --home")
            : verifier(trusted.get()).verify(given(path));
    return say(verdict, frostbyte);
  }

  private Optional<String> trusted(Frostbyte frostbyte) throws IOException {
    if (key == null) {
      return frostbyte.verifierKey();
    }
    Path file = key.contains("+") ? null : Path.of(key);
    return Optional.of(file == null ? key : Files.readString(file).strip());
  }

  private ExportVerifier verifier(String trusted) throws IOException {
    try {
      ExportVerifier verifier = ExportVerifier.trusting(trusted);
      return known == null ? verifier : verifier.knowing(Files.readString(known));
    } catch (IllegalArgumentException e) {
      throw misuse(String.valueOf(e.getMessage()));
    }
  }

  private static ExitCode say(Verdict verdict, Frostbyte frostbyte) {
    return switch (verdict) {
      case Verdict.Intact intact -> {
        frostbyte.answer(
            Json.object()
                .put("verdict", "intact")
                .put("origin", intact.checkpoint().origin())
                .put("size", intact.checkpoint().size())
                .put("root", intact.checkpoint().root().hex()),
            "Intact: "
                + intact.checkpoint().size()
                + " entries of "
                + intact.checkpoint().origin()
                + ".");
        yield ExitCode.DONE;
      }
      case Verdict.Tampered tampered ->
          refuse("tampered", tampered.what(), ExitCode.BROKEN, frostbyte);
      case Verdict.PolicyUnmet unmet ->
          refuse("policy-unmet", unmet.what(), ExitCode.UNMET, frostbyte);
      case Verdict.Unreadable unreadable ->
          refuse("unreadable", unreadable.what(), ExitCode.UNREADABLE, frostbyte);
    };
  }

  private static ExitCode refuse(String verdict, String what, ExitCode exit, Frostbyte frostbyte) {
    if (frostbyte.json()) {
      frostbyte.answer(Json.object().put("verdict", verdict).put("what", what), "");
    } else {
      frostbyte
          .terminal()
          .err()
          .println("frostbyte: " + verdict + ": " + Shown.line(UntrustedText.of(what)) + ".");
    }
    return exit;
  }
}
