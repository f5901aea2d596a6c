package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.tenant.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts outcomes of a batch. One thread. */
final class Tally {
  private final BatchId batch;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Integer> attached = new LinkedHashMap<>();
  private final List<DocumentOutcome> stopped = new ArrayList<>();

  Tally(BatchId batch) {
    this.batch = batch;
  }

  void add(DocumentOutcome outcome) {
    boolean inside = outcome.origin().attachment().isPresent();
    (inside ? attached : counts).merge(outcome.word(), 1, Integer::sum);
    if (OutcomeLine.problem(outcome).isPresent()) {
      stopped.add(outcome);
    }
  }

  ExitCode exit() {
    return stopped.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  /** How the run ended, each file that is not stored with what to do, and what can follow. */
  String text(@Nullable Path report, TenantId tenant, Frostbyte frostbyte) {
    StringBuilder out = new StringBuilder();
    if (!stopped.isEmpty()) {
      out.append("\nNot stored:");
      stopped.forEach(outcome -> out.append("\n").append(OutcomeLine.withId(outcome)));
      out.append("\n");
    }
    out.append("\n")
        .append(counted(counts, "file"))
        .append(inside())
        .append(" Batch ")
        .append(batch)
        .append(".");
    if (report != null) {
      out.append("\nReport: ").append(report);
    }
    next(tenant).forEach(words -> out.append("\n  ").append(frostbyte.next(words)));
    return out.toString();
  }

  /** Counted apart: nobody handed them in. */
  private String inside() {
    return attached.isEmpty() ? "" : " In them " + counted(attached, "attachment");
  }

  private static String counted(Map<String, Integer> counts, String what) {
    int files = counts.values().stream().mapToInt(Integer::intValue).sum();
    String words =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    String number = files + " " + what + (files == 1 ? "" : "s");
    return files == 0 ? number + "." : number + ": " + words + ".";
  }

  /** Commands that show what became of the files. */
  private List<String> next(TenantId tenant) {
    List<String> commands = new ArrayList<>();
    if (counts.containsKey("stored") || counts.containsKey("unchanged")) {
      commands.add("documents " + tenant);
    }
    if (stopped.stream().anyMatch(OutcomeLine::waits)) {
      commands.add("review list " + tenant);
    }
    if (!counts.isEmpty()) {
      commands.add("report " + tenant + " " + batch + " --out report.html");
    }
    return commands;
  }
}
