package dev.frostbyte.parsers.model;

import dev.frostbyte.api.model.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that was detected. Immutable.
 *
 * @param label what it is
 * @param box where, on the page
 * @param score 0 to 1
 */
record Detected<L>(L label, Box box, float score) {
  /**
   * The surest of those that lie on each other: one goes when more than a share of the smaller of
   * it and a surer one lies in the other. Of equals the one that was told first stays.
   */
  static <L> List<Detected<L>> apart(List<Detected<L>> all, float mostShared) {
    List<Detected<L>> surest = new ArrayList<>(all);
    surest.sort(Comparator.comparingDouble(it -> -it.score()));
    List<Detected<L>> kept = new ArrayList<>();
    for (Detected<L> next : surest) {
      if (kept.stream().allMatch(it -> shared(it.box(), next.box()) <= mostShared)) {
        kept.add(next);
      }
    }
    return kept;
  }

  /** How much of the smaller lies in the other. */
  static float shared(Box one, Box other) {
    float across = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    float down = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
    boolean apart = across <= 0 || down <= 0;
    return apart ? 0 : across * down / Math.min(area(one), area(other));
  }

  private static float area(Box box) {
    return (box.right() - box.left()) * (box.bottom() - box.top());
  }
}
