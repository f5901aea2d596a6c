package dev.frostbyte.bench.parsing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts outcomes by format and keeps what should not have been. Thread-safe. */
final class RobustnessTally {
  private final Duration latest;
  private final SortedMap<String, SortedMap<String, Integer>> byFormat = new TreeMap<>();
  private final SortedMap<String, Integer> hostile = new TreeMap<>();
  private final SortedMap<String, Integer> others = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private Duration longest = Duration.ZERO;

  /**
   * Counts.
   *
   * @param latest a file that takes longer is a fault
   */
  RobustnessTally(Duration latest) {
    this.latest = latest;
  }

  synchronized void add(TestFile file, Trial trial) {
    String line = trial.outcome() + " " + trial.time().toMillis() + " ms: " + file.path();
    count(byFormat.computeIfAbsent(file.extension(), format -> new TreeMap<>()), trial);
    count(file.hostile() ? hostile : others, trial);
    if (trial.isOurFault() || trial.time().compareTo(latest) > 0) {
      faults.add(line);
    }
    if (changed(file.outcome(), trial.outcome())) {
      changes.add(file.outcome() + " was pinned, " + line);
    }
    longest = trial.time().compareTo(longest) > 0 ? trial.time() : longest;
  }

  /** Whether nothing was our fault and nothing ended otherwise than pinned. */
  synchronized boolean asPinned() {
    return faults.isEmpty() && changes.isEmpty();
  }

  synchronized void print() {
    byFormat.forEach((format, outcomes) -> print("." + format, outcomes));
    print("hostile files", hostile);
    print("other files", others);
    SortedMap<String, Integer> all = new TreeMap<>(hostile);
    others.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum));
    print("all files", all);
    System.out.printf(Locale.ROOT, "longest: %.1f s%n", longest.toMillis() / 1e3);
    list("without a typed outcome in time", faults);
    list("ended otherwise than pinned", changes);
  }

  /** What depends on the speed of the machine may change; the first pinning changes nothing. */
  static boolean changed(String pinned, String outcome) {
    boolean timed = Trial.timed(pinned) || Trial.timed(outcome);
    return !pinned.isEmpty() && !timed && !pinned.equals(outcome);
  }

  private static void count(Map<String, Integer> outcomes, Trial trial) {
    outcomes.merge(trial.outcome(), 1, Integer::sum);
  }

  private static void print(String what, Map<String, Integer> outcomes) {
    int sum = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(Locale.ROOT, "%-14s %4d: %s%n", what, sum, outcomes);
  }

  private static void list(String what, List<String> lines) {
    System.out.printf(Locale.ROOT, "%s: %d%n", what, lines.size());
    lines.forEach(line -> System.out.println("  " + line));
  }
}
