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
    int row = -1;
    for (Element.Cell cell : table.cells()) {
      if (cell.row() != row) {
        out.append(row < 0 ? "\n<tr>" : "</tr>\n<tr>");
        row = cell.row();
      }
      out.append(cell(cell, row < table.headerRows() ? "th" : "td", text));
    }
    return out.append(row < 0 ? "" : "</tr>").append("\n</table>").toString();
  }

  private static String cell(Element.Cell cell, String tag, LinkedText text) {
    String rows = cell.rowSpan() > 1 ? " rowspan=\"" + cell.rowSpan() + "\"" : "";
    String columns = cell.columnSpan() > 1 ? " colspan=\"" + cell.columnSpan() + "\"" : "";
    String words = text.html(cell.span());
    return "<" + tag + rows + columns + ">" + words + "</" + tag + ">";
  }
}
