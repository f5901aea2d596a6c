package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines of one flow that stand beside each other. Immutable.
 *
 * @param lines at least one, from left to right
 */
record Row(List<Line> lines) {
  /** Share of the lower height that lines of one row have in common. */
  private static final float SAME_ROW = 0.5f;

  /** Copies the list. */
  Row {
    lines = List.copyOf(lines);
  }

  /** Rows from top to bottom. */
  static List<Row> of(List<Line> flow) {
    List<Line> down = new ArrayList<>(flow);
    down.sort(
        Comparator.<Line>comparingDouble(line -> line.box().centreY())
            .thenComparingDouble(line -> line.box().left()));
    List<Row> rows = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line line : down) {
      if (!open.isEmpty() && !open.stream().allMatch(other -> beside(other, line))) {
        rows.add(across(open));
        open.clear();
      }
      open.add(line);
    }
    if (!open.isEmpty()) {
      rows.add(across(open));
    }
    return rows;
  }

  private static Row across(List<Line> lines) {
    return new Row(
        lines.stream().sorted(Comparator.comparingDouble(line -> line.box().left())).toList());
  }

  private static boolean beside(Line one, Line other) {
    float common =
        Math.min(one.box().bottom(), other.box().bottom())
            - Math.max(one.box().top(), other.box().top());
    float lower = Math.min(one.box().height(), other.box().height());
    boolean overlap =
        Math.min(one.box().right(), other.box().right())
                - Math.max(one.box().left(), other.box().left())
            > lower / 2;
    return common > SAME_ROW * lower && !overlap;
  }
}
