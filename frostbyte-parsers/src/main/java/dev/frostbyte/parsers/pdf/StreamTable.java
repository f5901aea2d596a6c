package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A table made of lines of text and the white streams between its columns. Immutable. */
record StreamTable(Rect rect, float[] streams, List<List<Strip>> rows) {
  int columns() {
    return streams.length + 1;
  }

  TableDraft draft() {
    List<GridCell> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      addRow(cells, row);
    }
    return Grid.of(rect, cells).draft();
  }

  private void addRow(List<GridCell> cells, int row) {
    TreeMap<Integer, Cell> byColumn = new TreeMap<>();
    for (Strip strip : rows.get(row)) {
      strip.chunks().stream()
          .flatMap(chunk -> parts(chunk).stream())
          .forEach(part -> place(byColumn, part));
    }
    int next = 0;
    for (var entry : byColumn.entrySet()) {
      int column = Math.max(next, entry.getKey());
      for (int empty = next; empty < column; empty++) {
        cells.add(new GridCell(new Lattice.Span(row, empty, 1, 1), List.of()));
      }
      int end = Math.max(column + 1, entry.getValue().end);
      cells.add(
          new GridCell(new Lattice.Span(row, column, 1, end - column), entry.getValue().words));
      next = end;
    }
    for (int empty = next; empty < columns(); empty++) {
      cells.add(new GridCell(new Lattice.Span(row, empty, 1, 1), List.of()));
    }
  }

  /** Text joins the cell whose columns it shares. */
  private void place(TreeMap<Integer, Cell> cells, List<Word> part) {
    Rect box = Rect.around(part, Word::rect);
    int first = RowMaker.column(streams, box.left() + 0.5f);
    int last = RowMaker.column(streams, box.right() - 0.5f);
    var before = cells.floorEntry(last);
    if (before != null && before.getValue().end > first) {
      before.getValue().words.addAll(part);
      before.getValue().end = Math.max(before.getValue().end, last + 1);
    } else {
      cells.put(first, new Cell(new ArrayList<>(part), last + 1));
    }
  }

  /** Cuts a chunk at streams that fall into one of its gaps; elsewhere it spans columns. */
  private List<List<Word>> parts(Chunk chunk) {
    List<List<Word>> parts = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    for (Word word : chunk.words()) {
      if (!open.isEmpty() && isCut(open.getLast(), word)) {
        parts.add(open);
        open = new ArrayList<>();
      }
      open.add(word);
    }
    parts.add(open);
    return parts;
  }

  private boolean isCut(Word before, Word after) {
    float gap = after.rect().left() - before.rect().right();
    for (float stream : streams) {
      boolean between = stream >= before.rect().right() - 1 && stream <= after.rect().left() + 1;
      if (between && gap >= 0.18f * after.size()) {
        return true;
      }
    }
    return false;
  }

  private static final class Cell {
    private final List<Word> words;
    private int end;

    private Cell(List<Word> words, int end) {
      this.words = words;
      this.end = end;
    }
  }
}
