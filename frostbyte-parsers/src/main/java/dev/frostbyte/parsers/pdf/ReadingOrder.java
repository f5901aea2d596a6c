package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Recursive XY cut over lines and tables: a region is cut at a gutter where there is one, at the
 * widest white row otherwise, and is read from top to bottom where neither leads to columns.
 */
final class ReadingOrder {
  /** White rows lower than this do not separate, points. */
  private static final float ROW_GAP = 3f;

  private static final int MAX_DEPTH = 60;

  private ReadingOrder() {}

  /** Flows in reading order; each is one column read from top to bottom. */
  static List<List<Item>> flows(List<Item> items) {
    return cut(items, 0);
  }

  private static List<List<Item>> cut(List<Item> items, int depth) {
    if (items.size() < 2 || depth > MAX_DEPTH) {
      return List.of(sorted(items));
    }
    Gutter gutter = Gutter.best(items);
    if (gutter != null) {
      return columns(items, gutter, depth);
    }
    float row = widestRow(items);
    return Float.isNaN(row) ? List.of(sorted(items)) : rows(items, row, depth);
  }

  /** What crosses the gutter cuts the region into bands; each band is read by columns. */
  private static List<List<Item>> columns(List<Item> items, Gutter gutter, int depth) {
    List<List<Item>> flows = new ArrayList<>();
    for (List<Item> band : gutter.bands(items)) {
      if (gutter.isCrossed(band)) {
        flows.addAll(cut(band, depth + 1));
      } else {
        flows.addAll(side(band, gutter, true, depth));
        flows.addAll(side(band, gutter, false, depth));
      }
    }
    return flows;
  }

  private static List<List<Item>> side(List<Item> band, Gutter gutter, boolean left, int depth) {
    List<Item> side = band.stream().filter(item -> gutter.isLeft(item) == left).toList();
    return side.isEmpty() ? List.of() : cut(side, depth + 1);
  }

  /** A row cut that leads to no columns on either side changes nothing and is taken back. */
  private static List<List<Item>> rows(List<Item> items, float row, int depth) {
    List<Item> above = items.stream().filter(item -> item.rect().centreY() < row).toList();
    List<Item> below = items.stream().filter(item -> item.rect().centreY() >= row).toList();
    List<List<Item>> first = cut(above, depth + 1);
    List<List<Item>> second = cut(below, depth + 1);
    if (first.size() == 1 && second.size() == 1) {
      return List.of(sorted(items));
    }
    List<List<Item>> flows = new ArrayList<>(first);
    flows.addAll(second);
    return flows;
  }

  /** Middle of the highest white row, NaN when there is none. */
  private static float widestRow(List<Item> items) {
    List<Item> down = new ArrayList<>(items);
    down.sort(Comparator.comparingDouble(item -> item.rect().top()));
    float bottom = down.getFirst().rect().bottom();
    float widest = ROW_GAP;
    float middle = Float.NaN;
    for (Item item : down) {
      float gap = item.rect().top() - bottom;
      if (gap > widest) {
        widest = gap;
        middle = bottom + gap / 2;
      }
      bottom = Math.max(bottom, item.rect().bottom());
    }
    return middle;
  }

  /** From top to bottom, then from left to right. */
  static List<Item> sorted(List<Item> items) {
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(
        Comparator.<Item>comparingDouble(item -> item.rect().top())
            .thenComparingDouble(item -> item.rect().left()));
    return sorted;
  }
}
