package dev.frostbyte.bench.safety;

import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.TextInspection;
import java.util.Locale;

/** Counts what the gates and, beside them, the first plan's scorer do with texts. One thread. */
final class Tally {
  private final TextInspection gates;
  private int texts;
  private int flagged;
  private int quarantined;
  private int flaggedBefore;
  private int quarantinedBefore;

  Tally(TextInspection gates) {
    this.gates = gates;
  }

  void add(String text) {
    double score = gates.inspect(UntrustedText.of(text)).score();
    double before = FrostbyteV1.score(text);
    texts++;
    flagged += score >= GatePolicy.DEFAULT.flag() ? 1 : 0;
    quarantined += score >= GatePolicy.DEFAULT.quarantine() ? 1 : 0;
    flaggedBefore += before >= GatePolicy.DEFAULT.flag() ? 1 : 0;
    quarantinedBefore += before >= GatePolicy.DEFAULT.quarantine() ? 1 : 0;
  }

  void add(Tally other) {
    texts += other.texts;
    flagged += other.flagged;
    quarantined += other.quarantined;
    flaggedBefore += other.flaggedBefore;
    quarantinedBefore += other.quarantinedBefore;
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-58s %6s %8s %11s %11s %14s",
        "texts",
        "n",
        "flagged",
        "quarantined",
        "v1 flagged",
        "v1 quarantined");
  }

  String row(String name) {
    return String.format(
        Locale.ROOT,
        "%-58s %6d %8.3f %11.3f %11.3f %14.3f",
        name,
        texts,
        share(flagged),
        share(quarantined),
        share(flaggedBefore),
        share(quarantinedBefore));
  }

  int texts() {
    return texts;
  }

  double flaggedShare() {
    return share(flagged);
  }

  boolean isEmpty() {
    return texts == 0;
  }

  private double share(int count) {
    return texts == 0 ? 0 : (double) count / texts;
  }
}
