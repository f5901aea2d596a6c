package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A table that an answer gives as HTML, its cells placed as HTML's table model says. Stateless. */
final class HtmlCells {
  private static final int MOST_SPAN = 1_000;
  private static final int MOST_COLUMNS = 16_384;
  private static final Set<String> PARTS = Set.of("thead", "tbody", "tfoot");

  private HtmlCells() {}

  /**
   * The first table; empty when there is none, none with a cell, or one of which a cell finds no
   * place.
   */
  static Optional<Block> table(String html, List<Region> regions) {
    Element table = html.isBlank() ? null : Jsoup.parseBodyFragment(html).selectFirst("table");
    if (table == null) {
      return Optional.empty();
    }
    List<Element> rows = rows(table);
    Grid grid = new Grid(rows.size(), MOST_COLUMNS);
    int headerRows = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (!place(grid, row, rows)) {
        return Optional.empty();
      }
      headerRows += headerRows == row && isHeader(rows.get(row)) ? 1 : 0;
    }
    String caption = table.select("> caption").text();
    return grid.isEmpty()
        ? Optional.empty()
        : Optional.of(grid.table(headerRows, caption, regions));
  }

  /** Rows of this table, none of a table in one of its cells. */
  private static List<Element> rows(Element table) {
    List<Element> rows = new ArrayList<>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      } else if (PARTS.contains(child.normalName())) {
        child.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  /** A cell that would reach over another is told without its spans. */
  private static boolean place(Grid grid, int row, List<Element> rows) {
    int column = 0;
    boolean all = true;
    for (Element cell : rows.get(row).children()) {
      column = grid.free(row, column);
      int wide = span(cell, "colspan", MOST_SPAN);
      int high = span(cell, "rowspan", rows.size() - row);
      all &=
          grid.place(row, column, high, wide, cell.text())
              || grid.place(row, column, 1, 1, cell.text());
    }
    return all;
  }

  private static boolean isHeader(Element row) {
    Element part = row.parent();
    boolean inHead = part != null && part.normalName().equals("thead");
    return inHead
        || (row.childrenSize() > 0
            && row.children().stream().allMatch(cell -> cell.normalName().equals("th")));
  }

  private static int span(Element cell, String name, int most) {
    String said = cell.attr(name).strip();
    int span = said.matches("\\d{1,6}") ? Integer.parseInt(said) : 1;
    return Math.clamp(span, 1, Math.max(1, Math.min(most, MOST_SPAN)));
  }
}
