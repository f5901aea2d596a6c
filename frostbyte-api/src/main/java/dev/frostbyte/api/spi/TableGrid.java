package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Box;
import java.util.List;

/**
 * The grid of a table. Immutable.
 *
 * @param rows 1 to {@value #MOST_ROWS}
 * @param columns 1 to {@value #MOST_COLUMNS}
 * @param headerRows rows from the top that are headings, fewer than all
 * @param cells at least one, in any order, at most {@value #MOST_CELLS}; places without a cell are
 *     empty
 */
public record TableGrid(int rows, int columns, int headerRows, List<Cell> cells) {
  /** Most rows. */
  public static final int MOST_ROWS = 2_000;

  /** Most columns. */
  public static final int MOST_COLUMNS = 500;

  /** Most cells. */
  public static final int MOST_CELLS = 20_000;

  /** Checks the numbers, that every cell lies inside and that none lies on another. */
  public TableGrid {
    cells = List.copyOf(cells);
    require("rows", rows, 1, MOST_ROWS);
    require("columns", columns, 1, MOST_COLUMNS);
    require("header rows", headerRows, 0, rows - 1);
    require("cells", cells.size(), 1, MOST_CELLS);
    requireApart(rows, columns, cells);
  }

  private static void requireApart(int rows, int columns, List<Cell> cells) {
    boolean[] taken = new boolean[rows * columns];
    for (Cell cell : cells) {
      require("last row of a cell", cell.row() + cell.rowSpan(), 1, rows);
      require("last column of a cell", cell.column() + cell.columnSpan(), 1, columns);
      for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
        take(taken, row * columns + cell.column(), cell.columnSpan());
      }
    }
  }

  private static void take(boolean[] taken, int from, int count) {
    for (int place = from; place < from + count; place++) {
      if (taken[place]) {
        throw new IllegalArgumentException("two cells lie on each other");
      }
      taken[place] = true;
    }
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", got " + value);
    }
  }

  /**
   * One cell. Immutable.
   *
   * @param row from 0
   * @param column from 0
   * @param rowSpan at least 1
   * @param columnSpan at least 1
   * @param box where it stands on the page
   */
  public record Cell(int row, int column, int rowSpan, int columnSpan, Box box) {
    /** Checks the numbers. */
    public Cell {
      require("row", row, 0, MOST_ROWS - 1);
      require("column", column, 0, MOST_COLUMNS - 1);
      require("row span", rowSpan, 1, MOST_ROWS);
      require("column span", columnSpan, 1, MOST_COLUMNS);
    }
  }
}
