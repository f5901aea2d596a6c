package dev.frostbyte.examples.cli;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.audit.FileWitness;
import dev.frostbyte.audit.WitnessAnswer;
import dev.frostbyte.core.keys.FileKeyProvider;
import dev.frostbyte.core.keys.FileLease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a request as a witness. */
@Command(
    name = "sign",
    header = "Cosigns a checkpoint if it continues the one this witness cosigned last.",
    description = "Exit code 3 when it does not, 4 when the log or its key is not known.",
    footer = "Example:  frostbyte witness sign request --dir w1 --log key.txt --out response")
final class WitnessSignCommand extends Task {
  @Parameters(paramLabel = "REQUEST", description = "What the log asks.")
  private @Nullable Path request;

  @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Its folder.")
  private @Nullable Path folder;

  @Option(
      names = "--log",
      required = true,
      paramLabel = "KEY|FILE",
      description = "Verifier key of a log it looks after, or a file with one a line; repeatable.")
  private List<String> logs = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The answer.")
  private @Nullable Path out;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    DurableDirectory files = DurableDirectory.at(given(folder));
    try (FileLease.Waited lease = FileLease.waitFor(given(folder).resolve("witness.lock"));
        FileKeyProvider keys = FileKeyProvider.open(frostbyte.keys());
        FileWitness witness = open(files, keys)) {
      byte[] asked = SmallFile.text(given(request)).getBytes(StandardCharsets.UTF_8);
      return say(witness.answer(asked), frostbyte);
    }
  }

  private FileWitness open(DurableDirectory files, FileKeyProvider keys) throws IOException {
    try {
      return FileWitness.open(files, keys, VerifierKeys.read(logs), Clock.systemUTC());
    } catch (IllegalArgumentException e) {
      throw misuse("--log must name C2SP verifier keys of type 0x01.");
    }
  }

  private ExitCode say(WitnessAnswer answer, Frostbyte frostbyte) throws IOException {
    OutputFile.write(given(out), answer.body());
    frostbyte.answer(
        Json.object().put("status", answer.status()).put("out", given(out).toString()),
        switch (answer) {
          case WitnessAnswer.Cosigned cosigned -> "Cosigned; the answer is in " + out + ".";
          case WitnessAnswer.Conflict conflict ->
              "Not cosigned: this witness cosigned "
                  + conflict.size()
                  + " entries last; ask with --old "
                  + conflict.size()
                  + ". If you did, the log was forked.";
          case WitnessAnswer.Refused refused -> "Not cosigned: " + refused.why() + ".";
        });
    return exit(answer.status());
  }

  private static ExitCode exit(int status) {
    return switch (status) {
      case 200 -> ExitCode.DONE;
      case 400 -> ExitCode.USAGE;
      case 403, 404 -> ExitCode.UNMET;
      default -> ExitCode.BROKEN;
    };
  }
}
