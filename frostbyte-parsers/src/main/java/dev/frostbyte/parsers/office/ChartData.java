package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Points that a chart keeps of the data it was drawn from, by number: the caches of DrawingML
 * charts (ECMA-376 part 1, 21.2.2). Immutable.
 *
 * @param points by their number
 */
record ChartData(SortedMap<Integer, Point> points) {
  static final ChartData NONE = new ChartData(Collections.emptySortedMap());

  private static final int MOST = 10_000_000;

  /**
   * Reads the points below an element such as {@code c:cat} or {@code c:val}.
   *
   * @param from1904 whether days are counted from 1904
   */
  static ChartData of(Node data, boolean from1904) {
    for (Node child : data.children()) {
      switch (child.name()) {
        case "c:strRef", "c:numRef", "c:multiLvlStrRef" -> {
          return of(child, from1904);
        }
        case "c:strCache", "c:strLit" -> {
          return new ChartData(points(child, "", from1904));
        }
        case "c:numCache", "c:numLit" -> {
          String code = child.child("c:formatCode").text();
          return new ChartData(points(child, code.isEmpty() ? "General" : code, from1904));
        }
        case "c:multiLvlStrCache" -> {
          return levels(child);
        }
        default -> {}
      }
    }
    return NONE;
  }

  /** Its texts in order, a line each. */
  String text() {
    return String.join("\n", points.values().stream().map(Point::text).toList());
  }

  /** Those points that are words, or those that are numbers and dates. */
  ChartData only(boolean words) {
    SortedMap<Integer, Point> some = new TreeMap<>(points);
    some.values().removeIf(point -> point.held().equals(CellValue.TEXT) != words);
    return new ChartData(some);
  }

  /** The points whose numbers are among these, or the others. */
  ChartData among(Set<Integer> numbers, boolean are) {
    SortedMap<Integer, Point> some = new TreeMap<>(points);
    some.keySet().removeIf(number -> numbers.contains(number) != are);
    return new ChartData(some);
  }

  /** Categories in levels, the innermost first; an outer one holds until the next. */
  private static ChartData levels(Node cache) {
    List<Node> levels = cache.children("c:lvl");
    SortedMap<Integer, Point> all = new TreeMap<>();
    if (levels.isEmpty()) {
      return NONE;
    }
    List<SortedMap<Integer, Point>> outer = new ArrayList<>();
    for (Node level : levels.subList(1, levels.size()).reversed()) {
      outer.add(points(level, "", false));
    }
    points(levels.getFirst(), "", false)
        .forEach((number, point) -> all.put(number, Point.of(joined(outer, number, point))));
    return new ChartData(all);
  }

  private static String joined(List<SortedMap<Integer, Point>> outer, int number, Point inner) {
    StringBuilder text = new StringBuilder();
    for (SortedMap<Integer, Point> level : outer) {
      SortedMap<Integer, Point> before = level.headMap(number + 1);
      Point last =
          before.isEmpty() ? Point.NONE : before.getOrDefault(before.lastKey(), Point.NONE);
      text.append(last.text()).append(last.text().isEmpty() ? "" : " ");
    }
    return text.append(inner.text()).toString();
  }

  /** Points of a cache; of words where there is no format. */
  private static SortedMap<Integer, Point> points(Node cache, String code, boolean from1904) {
    SortedMap<Integer, Point> points = new TreeMap<>();
    for (Node point : cache.children("c:pt")) {
      String stored = point.child("c:v").text();
      long number = point.number("idx", -1);
      if (number >= 0 && number < MOST && !stored.isBlank()) {
        points.put(
            (int) number, code.isEmpty() ? Point.of(stored) : number(stored, code, from1904));
      }
    }
    return points;
  }

  private static Point number(String stored, String code, boolean from1904) {
    try {
      double number = Double.parseDouble(stored);
      if (DateUtil.isADateFormat(-1, code) && DateUtil.isValidExcelDate(number)) {
        SheetTime time = new SheetTime(number, code, from1904);
        return new Point(
            time.shown(), CellValue.of(CellValue.Kind.DATE, time.exact(), time.shown()));
      }
      String shown = GeneralNumber.write(stored);
      return new Point(shown, GeneralNumber.value(stored, shown));
    } catch (NumberFormatException e) {
      return Point.of(stored);
    }
  }

  /**
   * One point.
   *
   * @param text as it is written
   * @param held what it is
   */
  record Point(String text, CellValue held) {
    static final Point NONE = of("");

    static Point of(String text) {
      return new Point(text.strip(), CellValue.TEXT);
    }

    /** Never shows the text. */
    @Override
    public String toString() {
      return "Point(" + text.length() + " chars)";
    }
  }
}
