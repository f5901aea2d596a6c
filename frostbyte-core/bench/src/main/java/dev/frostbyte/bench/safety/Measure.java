package dev.frostbyte.bench.safety;

import java.util.Locale;

/**
 * One row of the table of measures. Immutable.
 *
 * @param name of what is measured
 * @param figure as a person reads it
 * @param goal as a person reads it
 * @param verdict {@code met}, {@code NOT MET} or why nothing was measured
 */
record Measure(String name, String figure, String goal, String verdict) {
  static Measure of(String name, String figure, String goal, boolean met) {
    return new Measure(name, figure, goal, met ? "met" : "NOT MET");
  }

  /** A share that must reach a goal. */
  static Measure atLeast(String name, double share, int of, double goal) {
    return of(name, share(share, of), say(">= %.2f", goal), of > 0 && share >= goal);
  }

  /** A share that must stay below a goal. */
  static Measure atMost(String name, double share, int of, double goal) {
    return of(name, share(share, of), say("<= %.2f", goal), of > 0 && share <= goal);
  }

  static Measure missing(String name, String why) {
    return new Measure(name, "-", "-", why);
  }

  static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  boolean failed() {
    return verdict.equals("NOT MET");
  }

  String row() {
    return say("| %s | %s | %s | %s |", name, figure, goal, verdict);
  }

  private static String share(double share, int of) {
    return say("%.3f of %d", share, of);
  }
}
