package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Element;

/** A table as an HTML element: rows that hold cells, heading cells as such, spans kept. */
final class HtmlTable {
  private HtmlTable() {}

  /** Rows alone; the caption is for others to place. */
  static String render(Element.Table table, LinkedText text) {
    return "<table>" + rows(table, text);
  }

  /** Rows under the caption, when there is one. */
  static String captioned(Element.Table table, LinkedText text) {
    String caption = text.html(table.caption());
    return "<table>"
        + (caption.isEmpty() ? "" : "\n<caption>" + caption + "</caption>")
        + rows(table, text);
  }

  private static String rows(Element.Table table, LinkedText text) {
    StringBuilder out = new StringBuilder();
    Free free = Free.of(table);
    int row = -1;
    for (Element.Cell cell : table.cells()) {
      if (cell.row() != row) {
        out.append(row < 0 ? "\n<tr>" : "</tr>\n<tr>");
        row = cell.row();
        free.row(row);
      }
      String tag = row < table.headerRows() ? "th" : "td";
      out.append(empty(free.before(cell), tag)).append(cell(cell, tag, text));
    }
    return out.append(row < 0 ? "" : "</tr>").append("\n</table>").toString();
  }

  private static String empty(int columns, String tag) {
    String wide = columns > 1 ? " colspan=\"" + columns + "\"" : "";
    return columns == 0 ? "" : "<" + tag + wide + "></" + tag + ">";
  }

  private static String cell(Element.Cell cell, String tag, LinkedText text) {
    String rows = cell.rowSpan() > 1 ? " rowspan=\"" + cell.rowSpan() + "\"" : "";
    String columns = cell.columnSpan() > 1 ? " colspan=\"" + cell.columnSpan() + "\"" : "";
    String words = text.html(cell.span());
    return "<" + tag + rows + columns + ">" + words + "</" + tag + ">";
  }

  /**
   * Which columns a row still has: HTML puts a cell into the first one that no cell above it spans,
   * so places that a table leaves out must be there, as one wide cell.
   */
  private static final class Free {
    /** Columns up to which cells that span rows are followed: wider tables span none. */
    private static final int MOST = 1_000;

    /** The first row in which a column is free again; empty where no cell spans rows. */
    private final int[] until;

    private int row;
    private int next;

    private Free(int columns) {
      until = new int[columns];
    }

    static Free of(Element.Table table) {
      boolean spans = table.cells().stream().anyMatch(cell -> cell.rowSpan() > 1);
      return new Free(spans && table.columns() <= MOST ? table.columns() : 0);
    }

    void row(int number) {
      row = number;
      next = 0;
    }

    /** How many columns are empty before this cell, which then takes its place. */
    int before(Element.Cell cell) {
      int empty = Math.max(0, cell.column() - next);
      for (int column = next; column < Math.min(until.length, cell.column()); column++) {
        empty -= until[column] > row ? 1 : 0;
      }
      next = Math.max(next, cell.column() + cell.columnSpan());
      for (int column = cell.column(); column < Math.min(until.length, next); column++) {
        until[column] = row + cell.rowSpan();
      }
      return empty;
    }
  }
}
