package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Element;
import java.util.List;

/**
 * A table as a pipe table, whose first row is its head, or as HTML when a cell spans, when two
 * cells claim one place, or when a grid would be mostly empty.
 */
final class MarkdownTable {
  private MarkdownTable() {}

  static String render(Element.Table table, LinkedText text) {
    boolean spans =
        table.cells().stream().anyMatch(cell -> cell.rowSpan() > 1 || cell.columnSpan() > 1);
    String body =
        spans || isSparse(table) || isCrowded(table)
            ? HtmlTable.render(table, text)
            : pipes(table, text);
    String caption = MarkdownText.line(text.pieces(table.caption()));
    return caption.isEmpty() ? body : caption + "\n\n" + body;
  }

  /**
   * Whether a full grid would be far larger than its cells: a few cells can claim millions of rows.
   */
  private static boolean isSparse(Element.Table table) {
    long rows = table.cells().stream().mapToInt(Element.Cell::row).max().orElse(0) + 1L;
    return rows * table.columns() > 1000 + 20L * table.cells().size();
  }

  private static boolean isCrowded(Element.Table table) {
    return table.cells().stream().map(cell -> List.of(cell.row(), cell.column())).distinct().count()
        < table.cells().size();
  }

  private static String pipes(Element.Table table, LinkedText text) {
    String[][] grid = grid(table, text);
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < grid.length; row++) {
      out.append(row == 0 ? "|" : "\n|");
      for (String cell : grid[row]) {
        out.append(' ').append(cell).append(" |");
      }
      if (row == 0) {
        out.append("\n|").append(" --- |".repeat(table.columns()));
      }
    }
    return out.toString();
  }

  private static String[][] grid(Element.Table table, LinkedText text) {
    int rows = table.cells().stream().mapToInt(cell -> cell.row() + 1).max().orElse(0);
    String[][] grid = new String[rows][table.columns()];
    for (String[] row : grid) {
      java.util.Arrays.fill(row, "");
    }
    for (Element.Cell cell : table.cells()) {
      grid[cell.row()][cell.column()] = MarkdownText.cell(text.pieces(cell.span()));
    }
    return grid;
  }
}
