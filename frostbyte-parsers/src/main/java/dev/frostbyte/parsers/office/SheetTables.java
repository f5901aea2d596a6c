package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Cuts a sheet into tables where rows are empty, and each table down to its used columns. Empty
 * cells are kept so that rows align, unless the table is so sparse that they would multiply it. One
 * thread.
 */
final class SheetTables {
  /** More empty cells than this for every used one, and they are left out. */
  private static final int SPARSE = 20;

  private static final CellValue NOTHING = CellValue.of(CellValue.Kind.EMPTY);

  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows;
  private final Merges merges;
  private final int above;
  private final Output out;

  /**
   * Tables of some rows of a sheet.
   *
   * @param above last row of the table emitted before, which a row right below it goes on with; -1
   *     where there is none
   */
  SheetTables(
      NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows,
      Merges merges,
      int above,
      Output out) {
    this.above = above;
    this.rows = rows;
    this.merges = merges;
    this.out = out;
  }

  void emit() throws IOException {
    List<Integer> part = new ArrayList<>();
    int reach = -1;
    for (int row : rows.keySet()) {
      if (!part.isEmpty() && row > reach + 1) {
        table(part);
        part.clear();
      }
      part.add(row);
      reach = Math.max(reach, row + tallest(row) - 1);
    }
    if (!part.isEmpty()) {
      table(part);
    }
  }

  private int tallest(int row) {
    return cellsOf(row).keySet().stream()
        .mapToInt(column -> merges.at(row, column).rows())
        .max()
        .orElse(1);
  }

  private NavigableMap<Integer, SheetCell> cellsOf(int row) {
    return rows.getOrDefault(row, new TreeMap<>());
  }

  private void table(List<Integer> part) throws IOException {
    long used = part.stream().mapToLong(row -> cellsOf(row).size()).sum();
    if (used == 1) {
      out.emit(
          Block.paragraph(cellsOf(part.getFirst()).firstEntry().getValue().value(), out.regions()));
      links(part);
      return;
    }
    int left = part.stream().mapToInt(row -> cellsOf(row).firstKey()).min().orElse(0);
    int right = part.stream().mapToInt(row -> lastColumn(row)).max().orElse(0);
    int width = right - left + 1;
    boolean sparse = (long) width * part.size() > used * SPARSE + 1_000;
    List<Block.Cell> cells = new Laid(part, left, width, sparse).all();
    boolean begins = above < 0 || part.getFirst() > above + 1;
    boolean headed = begins && part.size() > 1 && isHeader(cellsOf(part.getFirst()), width);
    int heads = headed ? 1 : 0;
    out.emit(new Block.Table(width, heads, cells, UntrustedText.EMPTY, out.regions()));
    links(part);
  }

  private void links(List<Integer> part) throws IOException {
    for (int row : part) {
      for (SheetCell cell : cellsOf(row).values()) {
        out.links(cell.links(), true);
      }
    }
  }

  private int lastColumn(int row) {
    int last = 0;
    for (int column : cellsOf(row).keySet()) {
      int reach = column + merges.at(row, column).columns() - 1;
      last = Math.max(last, Math.min(reach, TableGrid.WIDEST - 1));
    }
    return last;
  }

  /** A first row of words over every column names the columns. */
  private static boolean isHeader(Map<Integer, SheetCell> row, int width) {
    return row.size() == width && row.values().stream().allMatch(SheetCell::isText);
  }

  /** Lays out one table. */
  private final class Laid {
    private final List<Integer> part;
    private final int left;
    private final int width;
    private final boolean sparse;
    private final List<Block.Cell> cells = new ArrayList<>();
    private final List<Reach> reaching = new ArrayList<>();

    Laid(List<Integer> part, int left, int width, boolean sparse) {
      this.part = part;
      this.left = left;
      this.width = width;
      this.sparse = sparse;
    }

    List<Block.Cell> all() throws IOException {
      for (int number = 0; number < part.size(); number++) {
        row(number, part.get(number));
      }
      return cells;
    }

    private void row(int number, int row) throws IOException {
      BitSet covered = new BitSet(width);
      reaching.removeIf(reach -> reach.lastRow < row);
      reaching.forEach(reach -> covered.set(reach.from, reach.to));
      if (sparse) {
        for (int column : cellsOf(row).keySet()) {
          place(number, row, column - left, covered);
        }
        return;
      }
      for (int column = 0; column < width; column++) {
        place(number, row, column, covered);
      }
    }

    private void place(int number, int row, int column, BitSet covered) throws IOException {
      if (covered.get(column)) {
        return;
      }
      SheetCell cell = cellsOf(row).get(column + left);
      Merges.Area area = merges.at(row, column + left);
      int wide = Math.min(area.columns(), width - column);
      covered.set(column, column + wide);
      int high = rowsReached(number, row + area.rows() - 1);
      if (area.rows() > 1) {
        reaching.add(new Reach(row + area.rows() - 1, column, column + wide));
      }
      UntrustedText text = UntrustedText.of(cell == null ? "" : cell.value());
      CellValue held = cell == null ? NOTHING : cell.held();
      cells.add(new Block.Cell(number, column, high, wide, text, held));
    }

    /** Rows of this table from a number on, up to a row of the sheet. */
    private int rowsReached(int number, int lastRow) {
      int high = 1;
      while (number + high < part.size() && part.get(number + high) <= lastRow) {
        high++;
      }
      return high;
    }
  }

  /** Columns that a merged cell covers, down to a row. */
  private record Reach(int lastRow, int from, int to) {}
}
