package dev.frostbyte.examples.cli;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.audit.FileWitness;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a witness. */
@Command(
    name = "init",
    header = "Makes a witness with an Ed25519 and an ML-DSA-44 key.",
    description = "Its keys are wrapped with a master key of --key-file.",
    footer = "Example:  frostbyte witness init --dir w1 --name witness.example.com/w1")
final class WitnessInitCommand extends Task {
  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Its folder.")
  private @Nullable Path folder;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Who cosigns, such as witness.example.com/w1.")
  private @Nullable String name;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    try (FileKeyProvider keys = FileKeyProvider.open(frostbyte.keys())) {
      List<String> made = FileWitness.init(DurableDirectory.at(given(folder)), keys, given(name));
      frostbyte.answer(
          Json.object().put("ed25519", made.getFirst()).put("ml_dsa_44", made.getLast()),
          String.join("\n", made));
      return ExitCode.DONE;
    }
  }
}
