package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects the rows of an RTF table, which says where cells end on the page rather than how many
 * columns they span. A table of one cell is a frame: its lines are emitted as paragraphs. One
 * thread.
 */
final class RtfTable {
  /** Twips; edges closer than this are one (a twentieth of an inch). */
  private static final int SAME_EDGE = 72;

  private static final int MOST_CELLS = 1_000;

  private final List<Row> rows = new ArrayList<>();
  private List<Cell> cells = new ArrayList<>();
  private List<String> texts = new ArrayList<>();
  private Cell next = Cell.PLAIN;
  private int left;
  private boolean header;

  /**
   * How a cell is defined.
   *
   * @param right edge in twips
   * @param acrossFrom begins cells merged across
   * @param across continues the cell to its left
   * @param down continues the cell above it
   * @param behind 0xRRGGBB, -1 when nothing is said
   */
  record Cell(int right, boolean acrossFrom, boolean across, boolean down, int behind) {
    static final Cell PLAIN = new Cell(0, false, false, false, -1);
  }

  private record Row(int left, List<Cell> cells, List<String> texts, boolean header) {}

  /** Takes a control word that defines a row. */
  void define(String word, int number, RtfTables tables) {
    switch (word) {
      case "trowd" -> {
        cells = new ArrayList<>();
        next = Cell.PLAIN;
        left = 0;
        header = false;
      }
      case "trhdr" -> header = true;
      case "trleft" -> left = number;
      case "clmgf" -> next = new Cell(0, true, false, next.down(), next.behind());
      case "clmrg" -> next = new Cell(0, false, true, next.down(), next.behind());
      case "clvmrg" -> next = new Cell(0, next.acrossFrom(), next.across(), true, next.behind());
      case "clcbpat" ->
          next = new Cell(0, next.acrossFrom(), next.across(), next.down(), tables.colour(number));
      case "cellx" -> cell(number);
      default -> {}
    }
  }

  /** Colour behind the cell being read, 0xRRGGBB; -1 when nothing is said. */
  int behind() {
    return texts.size() < cells.size() ? cells.get(texts.size()).behind() : -1;
  }

  /** A cell ends. */
  void text(String text) {
    if (texts.size() < MOST_CELLS) {
      texts.add(text);
    }
  }

  /** A row ends. */
  void row() {
    if (!texts.isEmpty()) {
      rows.add(new Row(left, List.copyOf(cells), List.copyOf(texts), header));
    }
    texts = new ArrayList<>();
  }

  boolean isEmpty() {
    return rows.isEmpty() && texts.isEmpty();
  }

  /** Emits the table and forgets it; false when it did not become one block. */
  boolean emit(Output out) throws IOException {
    row();
    List<Row> all = List.copyOf(rows);
    if (all.size() != 1 || all.getFirst().texts().size() != 1) {
      boolean seen = grid().emit(out);
      rows.clear();
      return seen;
    }
    rows.clear();
    List<String> lines = List.of(all.getFirst().texts().getFirst().split("\n"));
    for (String line : lines) {
      out.paragraph(line);
    }
    return lines.size() == 1 && !lines.getFirst().isBlank();
  }

  private void cell(int right) {
    if (cells.size() < MOST_CELLS) {
      cells.add(new Cell(right, next.acrossFrom(), next.across(), next.down(), next.behind()));
    }
    next = Cell.PLAIN;
  }

  private TableGrid grid() {
    NavigableMap<Integer, Integer> columns = columns();
    TableGrid grid = new TableGrid();
    boolean top = true;
    for (Row row : rows) {
      top &= row.header();
      grid.row(top);
      lay(row, columns, grid);
    }
    return grid;
  }

  private static void lay(Row row, NavigableMap<Integer, Integer> columns, TableGrid grid) {
    int at = column(columns, row.left());
    grid.skip(at);
    for (int i = 0; i < row.texts().size(); i++) {
      Cell cell = i < row.cells().size() ? row.cells().get(i) : Cell.PLAIN;
      int last = i;
      while (cell.acrossFrom()
          && last + 1 < row.cells().size()
          && row.cells().get(last + 1).across()) {
        last++;
      }
      boolean defined = last < row.cells().size();
      int end = defined ? column(columns, row.cells().get(last).right()) : at + 1;
      int width = Math.max(1, end - at);
      String text = row.texts().get(i);
      if (!cell.down() || !grid.extend(width)) {
        grid.cell(width, 1, () -> text);
      }
      at += width;
      i = last;
    }
  }

  /** Number of each edge; edges that nearly touch have one number. */
  private NavigableMap<Integer, Integer> columns() {
    TreeSet<Integer> edges = new TreeSet<>();
    for (Row row : rows) {
      edges.add(row.left());
      row.cells().forEach(cell -> edges.add(cell.right()));
    }
    return numbered(edges, SAME_EDGE);
  }

  /** Numbers edges from the left; those within a tolerance of each other have one number. */
  static NavigableMap<Integer, Integer> numbered(TreeSet<Integer> edges, int tolerance) {
    NavigableMap<Integer, Integer> columns = new TreeMap<>();
    int number = -1;
    long last = Long.MIN_VALUE / 2;
    for (int edge : edges) {
      number += edge - last > tolerance ? 1 : 0;
      last = edge;
      columns.put(edge, number);
    }
    return columns;
  }

  private static int column(NavigableMap<Integer, Integer> columns, int edge) {
    return columns.getOrDefault(edge, 0);
  }
}
