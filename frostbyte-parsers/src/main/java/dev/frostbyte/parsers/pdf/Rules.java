package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins pieces of lines that continue each other, and lines painted beside each other. */
final class Rules {
  /** Lines this close are one, points. */
  static final float SNAP = 2.5f;

  /** Pieces this far apart still continue each other, points. */
  private static final float JOIN = 4f;

  /** More lines than this on one page are a drawing. */
  private static final int MOST = 6_000;

  private Rules() {}

  static List<Rule> joined(List<Rule> rules, boolean horizontal) {
    List<Rule> same = new ArrayList<>();
    rules.stream().filter(rule -> rule.horizontal() == horizontal).limit(MOST).forEach(same::add);
    same.sort(Comparator.comparingDouble(Rule::at).thenComparingDouble(Rule::from));
    List<Rule> joined = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= same.size(); i++) {
      if (i == same.size() || same.get(i).at() - same.get(i - 1).at() > SNAP) {
        join(same.subList(start, i), horizontal, joined);
        start = i;
      }
    }
    return joined;
  }

  private static void join(List<Rule> level, boolean horizontal, List<Rule> into) {
    List<Rule> along = new ArrayList<>(level);
    along.sort(Comparator.comparingDouble(Rule::from));
    double sum = 0;
    for (Rule rule : along) {
      sum += rule.at();
    }
    float at = (float) (sum / Math.max(1, along.size()));
    float from = Float.NaN;
    float to = Float.NaN;
    for (Rule rule : along) {
      if (Float.isNaN(from) || rule.from() > to + JOIN) {
        add(into, horizontal, at, from, to);
        from = rule.from();
        to = rule.to();
      }
      to = Math.max(to, rule.to());
    }
    add(into, horizontal, at, from, to);
  }

  private static void add(List<Rule> into, boolean horizontal, float at, float from, float to) {
    if (!Float.isNaN(from)) {
      into.add(horizontal ? Rule.horizontal(at, from, to) : Rule.vertical(at, from, to));
    }
  }

  /** Values in order, those closer than {@link #SNAP} as one. */
  static float[] snapped(List<Float> values) {
    List<Float> sorted = new ArrayList<>(values);
    sorted.sort(null);
    List<Float> kept = new ArrayList<>();
    for (float value : sorted) {
      if (kept.isEmpty() || value - kept.getLast() > SNAP) {
        kept.add(value);
      }
    }
    float[] result = new float[kept.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = kept.get(i);
    }
    return result;
  }
}
