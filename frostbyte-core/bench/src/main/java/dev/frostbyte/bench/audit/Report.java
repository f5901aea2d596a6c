package dev.frostbyte.bench.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of measures, and medians of rounds. One thread. */
final class Report {
  private final List<String> rows = new ArrayList<>();

  /** A figure without a goal. */
  void figure(String measure, String figure) {
    row(measure, figure, "", "");
  }

  /** A figure that is to be at most, or at least, its goal. */
  void goal(String measure, String figure, String goal, boolean met) {
    row(measure, figure, goal, met ? "met" : "NOT MET");
  }

  void print() {
    row("measure", "figure", "goal", "");
    System.out.println(rows.removeLast());
    rows.forEach(System.out::println);
  }

  private void row(String measure, String figure, String goal, String met) {
    rows.add(String.format(Locale.ROOT, "%-44s | %-34s | %-10s | %s", measure, figure, goal, met));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Median with the least and the greatest. */
  static String spread(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return number(median(values))
        + " ["
        + number(sorted[0])
        + " .. "
        + number(sorted[sorted.length - 1])
        + "]";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
  }

  /** The value that a share of the sorted values does not exceed. */
  static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }
}
