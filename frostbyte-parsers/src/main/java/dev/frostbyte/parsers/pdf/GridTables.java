package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes tables of lattices. */
final class GridTables {
  /** Share of cells with text a table has at least; below it is a diagram. */
  private static final float FILLED = 0.3f;

  /** Boxes below each other that make a table of one column. */
  private static final int LIST = 3;

  private GridTables() {}

  static List<TableDraft> of(List<Chunk> chunks, List<Lattice> lattices) {
    List<TableDraft> tables = new ArrayList<>();
    List<Lattice> larger = new ArrayList<>(lattices);
    larger.sort(Comparator.comparingDouble(lattice -> -lattice.rect().area()));
    for (Lattice lattice : larger) {
      boolean nested = tables.stream().anyMatch(table -> table.rect().overlaps(lattice.rect()));
      if (!nested) {
        table(chunks, lattice).ifPresent(tables::add);
      }
    }
    return tables;
  }

  private static Optional<TableDraft> table(List<Chunk> chunks, Lattice lattice) {
    List<Lattice.Span> spans = lattice.spans();
    boolean list = lattice.columns() == 1 && spans.size() >= LIST;
    if (!list && (lattice.columns() < 2 || spans.size() < 4)) {
      return Optional.empty();
    }
    List<List<Word>> words = words(chunks, lattice, spans);
    List<GridCell> cells = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      cells.add(new GridCell(spans.get(i), words.get(i)));
    }
    long filled = words.stream().filter(cell -> !cell.isEmpty()).count();
    if (filled < 2 || filled < (list ? 1 : FILLED) * cells.size()) {
      return Optional.empty();
    }
    List<GridCell> split = RowSplitter.split(cells, lattice.rows());
    return Optional.of(Grid.of(lattice.rect(), split).draft());
  }

  private static List<List<Word>> words(
      List<Chunk> chunks, Lattice lattice, List<Lattice.Span> spans) {
    List<List<Word>> words = new ArrayList<>();
    int[][] owner = new int[lattice.rows()][lattice.columns()];
    for (int i = 0; i < spans.size(); i++) {
      words.add(new ArrayList<>());
      Lattice.Span span = spans.get(i);
      for (int row = span.row(); row < span.row() + span.rowSpan(); row++) {
        java.util.Arrays.fill(owner[row], span.column(), span.column() + span.columnSpan(), i);
      }
    }
    for (Chunk chunk : chunks) {
      for (Word word : chunk.words()) {
        int row = index(lattice.ys(), word.rect().centreY());
        int column = index(lattice.xs(), word.rect().centreX());
        if (row >= 0 && column >= 0) {
          words.get(owner[row][column]).add(word);
        }
      }
    }
    return words;
  }

  /** Which step holds a value, -1 when none does. */
  private static int index(float[] edges, float value) {
    for (int i = 0; i + 1 < edges.length; i++) {
      if (value >= edges[i] && value <= edges[i + 1]) {
        return i;
      }
    }
    return -1;
  }
}
