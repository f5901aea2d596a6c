package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.audit.FrostbyteVerify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks exported evidence with the stand-alone verifier; with keys it needs no home. */
@Command(
    name = "verify",
    header = "Checks an exported audit log, a checkpoint or a proof.",
    description =
        "Trusts the policy or the keys given, or else the key of the home; never what the export"
            + " says itself. An export alone cannot show that newer entries existed: --checkpoint"
            + " names a checkpoint kept from before, a policy demands witnesses.",
    footer = "Example:  frostbyte verify evidence/ --policy policy.txt")
final class VerifyCommand extends Task {
  @Parameters(paramLabel = "PATH", description = "Folder of an export, checkpoint, or .tlog-proof.")
  private @Nullable String path;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "C2SP tlog-policy: logs, witnesses, groups, quorum.")
  private List<String> policy = List.of();

  @Option(
      names = {"--key", "--verifier-key"},
      paramLabel = "KEY|FILE",
      description = "Verifier key as 'audit TENANT export' prints it, or a file that holds it.")
  private List<String> key = List.of();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Checkpoint the log must hold; may be repeated.")
  private List<String> checkpoint = List.of();

  @Option(names = "--origin", paramLabel = "ORIGIN", description = "The log must be this one.")
  private List<String> origin = List.of();

  @Option(
      names = "--max-age",
      paramLabel = "TIME",
      description = "Witnesses must have signed within this time, such as 36h or 7d.")
  private List<String> maxAge = List.of();

  @Option(
      names = "--entry",
      paramLabel = "FILE",
      description = "With a .tlog-proof: the bytes of the entry.")
  private List<String> entry = List.of();

  @Option(
      names = "--leaf",
      paramLabel = "HEX",
      description = "With a .tlog-proof: the hash of the entry, as a receipt holds it.")
  private List<String> leaf = List.of();

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    requireSomething(Path.of(given(path)));
    List<String> arguments = new ArrayList<>(List.of(given(path)));
    if (policy.isEmpty() && key.isEmpty()) {
      Optional<String> home = frostbyte.verifierKey();
      if (home.isEmpty()) {
        return withoutKey(frostbyte);
      }
      add(arguments, "--key", List.of(home.get()));
    }
    add(arguments, "--policy", policy);
    add(arguments, "--key", key);
    add(arguments, "--checkpoint", checkpoint);
    add(arguments, "--origin", origin);
    add(arguments, "--max-age", maxAge);
    add(arguments, "--entry", entry);
    add(arguments, "--leaf", leaf);
    add(arguments, frostbyte.json());
    return verified(arguments, frostbyte.terminal());
  }

  /** A path mistyped must not read as evidence that is broken. */
  private static void requireSomething(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw unusable("There is no file or folder " + path + ".");
    }
    if (Files.isDirectory(path) && isEmpty(path)) {
      throw unusable("The folder " + path + " is empty.");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static FrostbyteException unusable(String what) {
    return new FrostbyteException(
        new Problem(
            ProblemCode.FILE_UNREADABLE,
            what,
            "Name the folder that 'frostbyte audit TENANT export --out' wrote, or a checkpoint or .tlog-proof."));
  }

  private static ExitCode verified(List<String> arguments, Terminal terminal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = FrostbyteVerify.run(arguments.toArray(String[]::new), print(out), print(err));
    show(out, "", terminal.out());
    show(err, "frostbyte: ", terminal.err());
    return ExitCode.values()[exit];
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static void show(ByteArrayOutputStream said, String before, PrintWriter to) {
    said.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> to.println(before + Shown.line(UntrustedText.of(line))));
  }

  private static void add(List<String> arguments, String option, List<String> values) {
    for (String value : values) {
      arguments.add(option);
      arguments.add(value);
    }
  }

  private static void add(List<String> arguments, boolean json) {
    if (json) {
      arguments.add("--json");
    }
  }

  private static ExitCode withoutKey(Frostbyte frostbyte) {
    String what = "no verifier key is known; give --policy or --key, or name the home with --home";
    if (frostbyte.json()) {
      frostbyte.answer(Json.object().put("verdict", "policy-unmet").put("what", what), "");
    } else {
      frostbyte.terminal().err().println("frostbyte: policy-unmet: " + what + ".");
    }
    return ExitCode.UNMET;
  }
}
