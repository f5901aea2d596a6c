package dev.frostbyte.parsers.model;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.TableGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a grid of rows and columns that were detected: a cell where a row and a column cross, and
 * one cell where a span covers several. One thread.
 */
final class GridOfParts {
  /** Rows that share more are one, and so are columns. */
  private static final float SAME = 0.5f;

  /** Share of a row's height or a column's width that a span or the header covers of it. */
  private static final float COVERED = 0.5f;

  private final List<Box> rows;
  private final List<Box> columns;
  private final List<Detected<TablePart>> parts;
  private final List<TableGrid.Cell> cells = new ArrayList<>();
  private final boolean[][] taken;

  private GridOfParts(List<Detected<TablePart>> parts) {
    this.parts = parts;
    this.rows = boxes(TablePart.ROW, Comparator.comparingDouble(b -> b.top() + b.bottom()));
    this.columns = boxes(TablePart.COLUMN, Comparator.comparingDouble(b -> b.left() + b.right()));
    this.taken = new boolean[rows.size()][columns.size()];
  }

  /**
   * Of what was detected in one table.
   *
   * @throws IOException when there is no row or no column
   */
  static GridOfParts of(List<Detected<TablePart>> parts) throws IOException {
    GridOfParts grid = new GridOfParts(parts);
    if (grid.rows.isEmpty() || grid.columns.isEmpty()) {
      throw new IOException("the model sees no rows or no columns");
    }
    return grid;
  }

  TableGrid grid() {
    of(TablePart.SPAN).forEach(this::addSpan);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        if (!taken[row][column]) {
          add(row, row, column, column);
        }
      }
    }
    return new TableGrid(rows.size(), columns.size(), headerRows(), cells);
  }

  private List<Box> of(TablePart part) {
    List<Detected<TablePart>> some = parts.stream().filter(it -> it.label() == part).toList();
    return Detected.apart(some, SAME).stream().map(Detected::box).toList();
  }

  private List<Box> boxes(TablePart part, Comparator<Box> order) {
    return of(part).stream().sorted(order).toList();
  }

  private void addSpan(Box span) {
    int[] down = covered(rows, span, true);
    int[] across = covered(columns, span, false);
    boolean several = down[1] > down[0] || across[1] > across[0];
    if (down[1] >= 0 && across[1] >= 0 && several && isFree(down, across)) {
      add(down[0], down[1], across[0], across[1]);
    }
  }

  private boolean isFree(int[] down, int[] across) {
    for (int row = down[0]; row <= down[1]; row++) {
      for (int column = across[0]; column <= across[1]; column++) {
        if (taken[row][column]) {
          return false;
        }
      }
    }
    return true;
  }

  private void add(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    for (int row = firstRow; row <= lastRow; row++) {
      java.util.Arrays.fill(taken[row], firstColumn, lastColumn + 1, true);
    }
    Box box =
        crossing(
            rows.get(firstRow).union(rows.get(lastRow)),
            columns.get(firstColumn).union(columns.get(lastColumn)));
    cells.add(
        new TableGrid.Cell(
            firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1, box));
  }

  private static Box crossing(Box row, Box column) {
    return new Box(column.left(), row.top(), column.right(), row.bottom());
  }

  /** First and last of the rows or columns that a box covers; last is -1 when it covers none. */
  private static int[] covered(List<Box> bands, Box box, boolean down) {
    int[] ends = {0, -1};
    for (int i = 0; i < bands.size(); i++) {
      if (isCovered(bands.get(i), box, down)) {
        ends[0] = ends[1] < 0 ? i : ends[0];
        ends[1] = i;
      }
    }
    return ends;
  }

  private static boolean isCovered(Box band, Box box, boolean down) {
    float from = down ? band.top() : band.left();
    float to = down ? band.bottom() : band.right();
    float first = Math.max(from, down ? box.top() : box.left());
    float last = Math.min(to, down ? box.bottom() : box.right());
    return last - first >= COVERED * (to - from);
  }

  /** Rows from the top under a header; some row is none. */
  private int headerRows() {
    List<Box> headers = of(TablePart.HEADER);
    int count = 0;
    while (count < rows.size() - 1 && isHeader(rows.get(count), headers)) {
      count++;
    }
    return count;
  }

  private static boolean isHeader(Box row, List<Box> headers) {
    return headers.stream().anyMatch(header -> isCovered(row, header, true));
  }
}
