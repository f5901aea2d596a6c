package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.policy.FamilyNames;
import dev.frostbyte.core.policy.TextInspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the gates think of files or texts; stores nothing. */
@Command(
    name = "inspect",
    header = "Says what the checks for hidden and injected text find; stores nothing.",
    description =
        "Looks for hidden text and instructions to machines. Actions: pass, flag, quarantine. What a"
            + " policy says of personal data and of a document's class, which may hold it for a"
            + " person, is told by ingest alone. With --json every answer is one object: file, action,"
            + " score, families, spans. With --jsonl every line is an object with text and optional"
            + " id (else its number), and every answer one JSON object: id, action, score,"
            + " families, spans. A FILE that would be quarantined makes the exit code 1; texts do"
            + " not.",
    footer = "Example:  frostbyte inspect letters/")
final class InspectCommand extends Task {
  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files and folders.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--jsonl", paramLabel = "FILE", description = "JSON Lines file of texts.")
  private @Nullable Path jsonl;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    if (files.isEmpty() == (jsonl == null)) {
      throw misuse("Name either FILEs or a file of texts with --jsonl.");
    }
    try (ScratchHome scratch = ScratchHome.open();
        Pipeline pipeline = frostbyte.pipeline(scratch, Readers.USUAL);
        Workbench workbench = pipeline.workbench()) {
      return jsonl == null
          ? all(workbench, frostbyte)
          : TextLines.inspect(jsonl, workbench, frostbyte.terminal().out());
    }
  }

  private ExitCode all(Workbench workbench, Frostbyte frostbyte) throws IOException {
    ExitCode exit = ExitCode.DONE;
    for (WorkFile file : WorkFile.of(files, frostbyte.terminal())) {
      exit = exit.and(inspect(file, workbench, frostbyte));
    }
    return exit;
  }

  private static ExitCode inspect(WorkFile file, Workbench workbench, Frostbyte frostbyte) {
    return switch (workbench.inspect(file.path())) {
      case Workbench.Inspected.Answered answered -> answer(file, answered.answer(), frostbyte);
      case Workbench.Inspected.Refused refused -> {
        file.refused(refused.problem(), frostbyte);
        yield WorkFile.exit(refused.problem());
      }
    };
  }

  private static ExitCode answer(WorkFile file, TextInspection.Answer answer, Frostbyte frostbyte) {
    frostbyte.answer(
        AnswerJson.of(TextNode.valueOf(file.name()), "file", answer),
        String.format(Locale.ROOT, "%-11s  %.2f  %s", answer.action(), answer.score(), file.shown())
            + families(answer));
    return answer.action().equals("quarantine") ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private static String families(TextInspection.Answer answer) {
    return answer.families().stream()
        .map(family -> "\n             " + family + ": " + FamilyNames.meaning(family))
        .collect(Collectors.joining());
  }
}
