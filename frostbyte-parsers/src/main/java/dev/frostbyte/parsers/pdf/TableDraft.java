package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * A table found on one page. Immutable.
 *
 * @param columns at least 1
 * @param headerRows rows from the top that are headings
 * @param cells by row, then column
 */
record TableDraft(Rect rect, int columns, int headerRows, List<Cell> cells) implements Item {
  TableDraft {
    cells = List.copyOf(cells);
  }

  /** One cell and its text. */
  record Cell(int row, int column, int rowSpan, int columnSpan, String text) {
    Cell at(int otherRow) {
      return new Cell(otherRow, column, rowSpan, columnSpan, text);
    }
  }

  int rows() {
    return cells.stream().mapToInt(cell -> cell.row() + cell.rowSpan()).max().orElse(0);
  }
}
