package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reading order by recursive XY cut: a page is cut into columns where a white strip parts running
 * text, at its highest white row otherwise, and is read downwards where neither leads to columns.
 * Stateless.
 */
final class Flows {
  private static final int MAX_DEPTH = 40;

  /** Lines each column must have. */
  private static final int FEWEST = 3;

  /** Narrowest strip between columns, in sizes of type. */
  private static final float GUTTER = 1.2f;

  /** Shortest usual line of a column, in sizes of type: tables have shorter cells. */
  private static final float RUNNING = 9;

  private Flows() {}

  /** Columns in reading order. */
  static List<List<Line>> of(List<Line> lines) {
    return cut(lines, 0);
  }

  private static List<List<Line>> cut(List<Line> lines, int depth) {
    if (lines.size() < 2 * FEWEST || depth > MAX_DEPTH) {
      return List.of(lines);
    }
    float strip = gap(lines, true, GUTTER * median(lines, Line::size));
    if (!Float.isNaN(strip)) {
      List<Line> left = lines.stream().filter(line -> line.box().centreX() < strip).toList();
      List<Line> right = lines.stream().filter(line -> line.box().centreX() >= strip).toList();
      if (isColumn(left) && isColumn(right)) {
        return joined(cut(left, depth + 1), cut(right, depth + 1));
      }
    }
    return rows(lines, depth);
  }

  /** A cut between rows that leads to no columns is taken back. */
  private static List<List<Line>> rows(List<Line> lines, int depth) {
    float row = gap(lines, false, 1);
    if (Float.isNaN(row)) {
      return List.of(lines);
    }
    List<Line> above = lines.stream().filter(line -> line.box().centreY() < row).toList();
    List<Line> below = lines.stream().filter(line -> line.box().centreY() >= row).toList();
    List<List<Line>> first = cut(above, depth + 1);
    List<List<Line>> second = cut(below, depth + 1);
    return first.size() == 1 && second.size() == 1 ? List.of(lines) : joined(first, second);
  }

  private static boolean isColumn(List<Line> lines) {
    return lines.size() >= FEWEST
        && median(lines, line -> line.box().width()) >= RUNNING * median(lines, Line::size);
  }

  /** Middle of the widest gap on one axis, NaN when none is as wide as asked. */
  private static float gap(List<Line> lines, boolean across, float least) {
    List<Line> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingDouble(line -> start(line, across)));
    float end = end(sorted.getFirst(), across);
    float widest = least;
    float middle = Float.NaN;
    for (Line line : sorted) {
      float gap = start(line, across) - end;
      if (gap > widest) {
        widest = gap;
        middle = end + gap / 2;
      }
      end = Math.max(end, end(line, across));
    }
    return middle;
  }

  private static float start(Line line, boolean across) {
    return across ? line.box().left() : line.box().top();
  }

  private static float end(Line line, boolean across) {
    return across ? line.box().right() : line.box().bottom();
  }

  /** The middle one of some values of lines. */
  static float median(List<Line> lines, Measure measure) {
    double[] values = lines.stream().mapToDouble(measure::of).sorted().toArray();
    return values.length == 0 ? 0 : (float) values[values.length / 2];
  }

  /** A number of a line. */
  interface Measure {
    float of(Line line);
  }

  private static List<List<Line>> joined(List<List<Line>> first, List<List<Line>> second) {
    List<List<Line>> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
