package dev.frostbyte.parsers.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells tables of data from tables that only lay out a page: data has no table and no heading in
 * its cells, and two columns in two rows, or heading cells, or a caption.
 */
final class DataTables {
  private DataTables() {}

  static Set<Element> of(Document page) {
    Set<Element> data = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element table : page.select("table")) {
      if (!table.attr("role").matches("presentation|none")) {
        data.add(table);
      }
    }
    for (Element inner : page.select("table, td h1, td h2, td h3, td h4, td h5, td h6")) {
      Element around = enclosing(inner);
      if (around != null) {
        data.remove(around);
      }
    }
    data.removeIf(table -> !isGrid(table));
    return data;
  }

  @org.jspecify.annotations.Nullable
  private static Element enclosing(Element inner) {
    Element at = inner.parent();
    while (at != null && !at.normalName().equals("table")) {
      at = at.parent();
    }
    return at;
  }

  private static boolean isGrid(Element table) {
    int rows = 0;
    int widest = 0;
    boolean headed = false;
    for (Element row : table.select("tr")) {
      rows++;
      widest = Math.max(widest, row.childrenSize());
      headed |= row.children().stream().anyMatch(cell -> cell.normalName().equals("th"));
    }
    return headed || (rows > 1 && widest > 1) || table.selectFirst("caption") != null;
  }
}
