package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentOutcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts outcomes of a batch. One thread. */
final class Tally {
  private final BatchId batch;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private ExitCode exit = ExitCode.DONE;

  Tally(BatchId batch) {
    this.batch = batch;
  }

  void add(DocumentOutcome outcome) {
    counts.merge(outcome.word(), 1, Integer::sum);
    if (OutcomeLine.problem(outcome).isPresent()) {
      exit = ExitCode.INCOMPLETE;
    }
  }

  ExitCode exit() {
    return exit;
  }

  String text(@Nullable Path report) {
    int files = counts.values().stream().mapToInt(Integer::intValue).sum();
    String words =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    String line =
        "\n"
            + files
            + (files == 1 ? " file" : " files")
            + (files == 0 ? "" : ": " + words)
            + ". Batch "
            + batch
            + ".";
    return report == null ? line : line + "\nReport: " + report;
  }
}
