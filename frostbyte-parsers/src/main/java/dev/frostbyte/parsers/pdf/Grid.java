package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cells of one table. Rows and columns where no cell begins are taken out. Immutable. */
record Grid(Rect rect, List<GridCell> cells) {
  static Grid of(Rect rect, List<GridCell> cells) {
    return new Grid(rect, cells);
  }

  TableDraft draft() {
    List<GridCell> tight = withoutEmpty();
    TreeMap<Integer, Integer> rows = starts(tight, true);
    TreeMap<Integer, Integer> columns = starts(tight, false);
    List<TableDraft.Cell> drafts = new ArrayList<>();
    tight.stream()
        .sorted(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column))
        .forEach(cell -> drafts.add(draft(cell, rows, columns)));
    return new TableDraft(rect, columns.size(), headerRows(tight), drafts);
  }

  private static TableDraft.Cell draft(
      GridCell cell, TreeMap<Integer, Integer> rows, TreeMap<Integer, Integer> columns) {
    Lattice.Span span = cell.span();
    int rowSpan = rows.subMap(span.row(), span.row() + span.rowSpan()).size();
    int columnSpan = columns.subMap(span.column(), span.column() + span.columnSpan()).size();
    return new TableDraft.Cell(
        rows.getOrDefault(span.row(), 0),
        columns.getOrDefault(span.column(), 0),
        rowSpan,
        columnSpan,
        CellText.of(cell.words()));
  }

  /** Leading rows whose texts are all bold, as long as others follow. */
  private static int headerRows(List<GridCell> cells) {
    TreeSet<Integer> light = new TreeSet<>();
    TreeSet<Integer> rows = new TreeSet<>();
    for (GridCell cell : cells) {
      rows.add(cell.row());
      if (!cell.words().isEmpty() && !cell.isBold()) {
        light.add(cell.row());
      }
    }
    int leading = light.isEmpty() ? 0 : rows.headSet(light.first()).size();
    return leading == rows.size() ? 0 : leading;
  }

  /** Rows and columns all of whose cells are blank come from doubled lines. */
  private List<GridCell> withoutEmpty() {
    TreeSet<Integer> rows = new TreeSet<>();
    TreeSet<Integer> columns = new TreeSet<>();
    for (GridCell cell : cells) {
      if (!cell.words().isEmpty()) {
        for (int row = 0; row < cell.span().rowSpan(); row++) {
          rows.add(cell.row() + row);
        }
        for (int column = 0; column < cell.span().columnSpan(); column++) {
          columns.add(cell.column() + column);
        }
      }
    }
    return cells.stream()
        .filter(cell -> rows.contains(cell.row()) || cell.span().rowSpan() > 1)
        .filter(cell -> columns.contains(cell.column()) || cell.span().columnSpan() > 1)
        .toList();
  }

  private static TreeMap<Integer, Integer> starts(List<GridCell> cells, boolean rows) {
    TreeMap<Integer, Integer> starts = new TreeMap<>();
    cells.forEach(cell -> starts.put(rows ? cell.row() : cell.column(), 0));
    int next = 0;
    for (var entry : starts.entrySet()) {
      entry.setValue(next++);
    }
    return starts;
  }
}
