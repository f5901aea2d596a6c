package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.DroppedContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a list of losses fit where there is room for so many: the first keep their page, the rest
 * are put together by kind and reason, so that every kind is named and no number is lost.
 * Stateless.
 */
final class Losses {
  /** Rows for what is put together, as a share of all: one of this many. */
  private static final int TOGETHER = 10;

  private Losses() {}

  /**
   * The list in at most this many rows; their counts add up to the same.
   *
   * @param most at least two
   */
  static List<DroppedContent> within(int most, List<DroppedContent> losses) {
    if (losses.size() <= most) {
      return losses;
    }
    int kinds = Math.max(1, most / TOGETHER);
    int placed = most - kinds;
    List<DroppedContent> rows = new ArrayList<>(losses.subList(0, placed));
    List<DroppedContent> groups = groups(losses.subList(placed, losses.size()));
    boolean fits = groups.size() <= kinds;
    rows.addAll(fits ? groups : groups.subList(0, kinds - 1));
    if (!fits) {
      rows.add(new DroppedContent("further", "NOT_LISTED", 0, count(groups, kinds - 1)));
    }
    return List.copyOf(rows);
  }

  /** One for each kind and reason, without a page; the most frequent first. */
  private static List<DroppedContent> groups(List<DroppedContent> losses) {
    Map<String, DroppedContent> groups = new TreeMap<>();
    for (DroppedContent loss : losses) {
      groups.merge(
          loss.kind() + ' ' + loss.reason(),
          new DroppedContent(loss.kind(), loss.reason(), 0, loss.count()),
          Losses::together);
    }
    Comparator<DroppedContent> byCount = Comparator.comparingInt(DroppedContent::count);
    return groups.values().stream().sorted(byCount.reversed()).toList();
  }

  private static DroppedContent together(DroppedContent one, DroppedContent other) {
    return new DroppedContent(one.kind(), one.reason(), 0, count(List.of(one, other), 0));
  }

  private static int count(List<DroppedContent> losses, int from) {
    long count = losses.stream().skip(from).mapToLong(DroppedContent::count).sum();
    return (int) Math.min(count, Integer.MAX_VALUE);
  }
}
