package dev.frostbyte.examples.cli;

import dev.frostbyte.embedded.EmbeddedPipeline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows or changes the key that signs checkpoints. */
@Command(
    name = "audit-key",
    header = "Shows the verifier keys of the home's audit logs, or makes a new signing key.",
    description = {
      "show: every key, oldest first; verifiers pin the first, the last one signs now.",
      "rotate: each log is handed over to the new key when it is opened next."
    },
    footer = "Example:  frostbyte audit-key show")
final class AuditKeyCommand extends Task {
  @Parameters(paramLabel = "show|rotate", description = "What to do.")
  private @Nullable Action action;

  /** What to do with the key. */
  enum Action {
    SHOW,
    ROTATE
  }

  @Override
  ExitCode run(Frostbyte frostbyte) {
    frostbyte.requireHome();
    if (given(action) == Action.ROTATE) {
      EmbeddedPipeline.rotateSigningKey(frostbyte.home(), frostbyte.keys());
    }
    List<String> keys = EmbeddedPipeline.verifierKeys(frostbyte.home(), frostbyte.keys());
    for (int number = 0; number < keys.size(); number++) {
      frostbyte.answer(
          Json.object().put("number", number).put("verifier_key", keys.get(number)),
          keys.get(number));
    }
    return ExitCode.DONE;
  }
}
