package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table while its cells are placed: none outside, none over another. Work is bounded by {@value
 * #MOST_PLACES} places, memory by as many words of {@value Long#SIZE} places each. One thread.
 */
final class Grid {
  /** A sheet of 4,000 rows and 250 columns. */
  static final int MOST_PLACES = 1_000_000;

  private static final int MOST_ROWS = 10_000_000;
  private static final int MOST_COLUMNS = 16_384;

  private final int rows;
  private final int columns;
  private final Map<Integer, BitSet> taken = new HashMap<>();
  private final List<Block.Cell> cells = new ArrayList<>();
  private int placesLeft = MOST_PLACES;
  private long wordsLeft = MOST_PLACES;
  private int width = 1;

  /** A table that is at most this large. */
  Grid(int rows, int columns) {
    this.rows = Math.min(rows, MOST_ROWS);
    this.columns = Math.min(columns, MOST_COLUMNS);
  }

  /** Places a cell; false when it does not lie inside, lies over another, or is one too many. */
  boolean place(int row, int column, int rowSpan, int columnSpan, String text) {
    boolean inside =
        fits(row, rowSpan, rows)
            && fits(column, columnSpan, columns)
            && (long) rowSpan * columnSpan <= placesLeft;
    if (!inside) {
      return false;
    }
    placesLeft -= rowSpan * columnSpan;
    long words = words(row, rowSpan, column + columnSpan);
    if (covered(row, column, rowSpan, columnSpan) || words > wordsLeft) {
      return false;
    }
    wordsLeft -= words;
    for (int at = row; at < row + rowSpan; at++) {
      row(at).set(column, column + columnSpan);
    }
    width = Math.max(width, column + columnSpan);
    cells.add(new Block.Cell(row, column, rowSpan, columnSpan, UntrustedText.of(text)));
    return true;
  }

  /** The first place of a row, from a column on, that no cell covers. */
  int free(int row, int from) {
    return row(row).nextClearBit(from);
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** The words of all cells, in the order they came. */
  String words() {
    return cells.stream().map(cell -> cell.text().value()).collect(Collectors.joining(" "));
  }

  /** The table, as wide as its cells reach. */
  Block.Table table(int headerRows, String caption, List<Region> regions) {
    List<Block.Cell> ordered =
        cells.stream()
            .sorted(Comparator.comparingInt(Block.Cell::row).thenComparingInt(Block.Cell::column))
            .toList();
    return new Block.Table(width, headerRows, ordered, UntrustedText.of(caption), regions);
  }

  /** What rows grow by when they reach to this column: they are kept from their first on. */
  private long words(int row, int rowSpan, int end) {
    long words = 0;
    for (int at = row; at < row + rowSpan; at++) {
      int length = taken.containsKey(at) ? row(at).length() : 0;
      words += Math.max(0, Math.ceilDiv(end, Long.SIZE) - Math.ceilDiv(length, Long.SIZE));
    }
    return words;
  }

  private boolean covered(int row, int column, int rowSpan, int columnSpan) {
    for (int at = row; at < row + rowSpan; at++) {
      int next = taken.containsKey(at) ? row(at).nextSetBit(column) : -1;
      if (next >= 0 && next < column + columnSpan) {
        return true;
      }
    }
    return false;
  }

  private BitSet row(int row) {
    return taken.computeIfAbsent(row, number -> new BitSet());
  }

  private static boolean fits(int start, int span, int size) {
    return start >= 0 && span >= 1 && start <= size - span;
  }
}
