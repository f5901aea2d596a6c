package dev.frostbyte.parsers.office;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged cells of a sheet. Immutable. */
final class Merges {
  static final Merges NONE = new Merges(Map.of());

  /** Most rows one merged cell spans; a larger one is a format, not a table. */
  private static final int TALLEST = 100_000;

  private final Map<Long, Area> areas;

  private Merges(Map<Long, Area> areas) {
    this.areas = areas;
  }

  static Merges of(Node element) {
    Map<Long, Area> areas = new HashMap<>();
    for (Node merge : element.children("s:mergeCell")) {
      String[] ends = merge.attribute("ref").split(":", 2);
      int left = CellReader.column(ends[0]);
      int right = ends.length == 2 ? CellReader.column(ends[1]) : -1;
      if (left >= 0 && right >= left) {
        int top = row(ends[0]);
        int height = row(ends[1]) - top + 1;
        if (height >= 1 && height <= TALLEST) {
          areas.put(key(top, left), new Area(height, right - left + 1));
        }
      }
    }
    return new Merges(areas);
  }

  /** Merged cells by place; none of them larger than a table can be. */
  static Merges of(List<Spot> spots) {
    Map<Long, Area> areas = new HashMap<>();
    for (Spot spot : spots) {
      areas.put(key(spot.row(), spot.column()), new Area(spot.rows(), spot.columns()));
    }
    return new Merges(areas);
  }

  /** How far the cell at this place reaches. */
  Area at(int row, int column) {
    return areas.getOrDefault(key(row, column), Area.ONE);
  }

  private static int row(String reference) {
    return Numbers.parse(reference.replaceAll("[^0-9]", ""), 1, 1, 1 << 20) - 1;
  }

  private static long key(int row, int column) {
    return ((long) row << 16) | column;
  }

  /** A merged cell: where its first corner is and how far it reaches. */
  record Spot(int row, int column, int rows, int columns) {}

  /** Rows and columns that a cell covers. */
  record Area(int rows, int columns) {
    static final Area ONE = new Area(1, 1);
  }
}
