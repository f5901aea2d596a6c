package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.ArrayList;
import java.util.List;

/**
 * Units of a table: the whole of it where it fits, else its rows, each with caption and header rows
 * as context. A row that fits no chunk is cut like running text.
 */
final class TableUnits {
  private final Splitter splitter;
  private final Budget budget;

  TableUnits(Splitter splitter, Budget budget) {
    this.splitter = splitter;
    this.budget = budget;
  }

  List<Unit> units(Element.Table table, List<Span> headings) {
    Unit whole = unit(table.span().start(), table.span().end(), table, headings, List.of());
    if (whole.start() == whole.end()) {
      return List.of();
    }
    if (budget.fits(whole.start(), whole.end(), headings, List.of())) {
      return List.of(whole);
    }
    return rows(table, headings, context(table));
  }

  private List<Unit> rows(Element.Table table, List<Span> headings, List<Span> context) {
    List<Unit> units = new ArrayList<>();
    int headerEnd = headerEnd(table);
    int start = table.span().start();
    for (int border : borders(table)) {
      boolean header = start < headerEnd;
      Unit row = unit(start, border, table, headings, header ? List.of() : context);
      boolean fits = budget.fits(row.start(), row.end(), headings, row.context());
      if (row.start() < row.end()) {
        units.addAll(fits ? List.of(row) : splitter.split(row));
      }
      start = border;
    }
    return units;
  }

  /** Where rows end: at the first cell of the next row, the last at the end of the table. */
  private static List<Integer> borders(Element.Table table) {
    List<Integer> borders = new ArrayList<>();
    int row = table.caption().length() > 0 ? -1 : firstRow(table);
    for (Element.Cell cell : table.cells()) {
      if (cell.row() != row) {
        borders.add(Math.max(cell.span().start(), table.span().start()));
        row = cell.row();
      }
    }
    borders.add(table.span().end());
    return borders;
  }

  private static int firstRow(Element.Table table) {
    return table.cells().isEmpty() ? -1 : table.cells().getFirst().row();
  }

  private static int headerEnd(Element.Table table) {
    int end = table.caption().end();
    for (Element.Cell cell : table.cells()) {
      end = cell.row() < table.headerRows() ? Math.max(end, cell.span().end()) : end;
    }
    return table.headerRows() > 0 || table.caption().length() > 0 ? end : table.span().start();
  }

  /**
   * Caption and header rows as one place, left out when they would take more than half of the
   * tokens.
   */
  private List<Span> context(Element.Table table) {
    int end = headerEnd(table);
    int start = splitter.skipSpace(table.span().start(), end);
    int last = splitter.trimmed(start, end);
    boolean useful = start < last && last - start <= budget.sizes().hard() / 2;
    return useful ? budget.affordable(List.of(Span.of(TextName.SERVED, start, last))) : List.of();
  }

  private Unit unit(
      int from, int to, Element.Table table, List<Span> headings, List<Span> context) {
    int start = splitter.skipSpace(from, to);
    int end = splitter.trimmed(start, to);
    return new Unit(start, end, false, headings, context, table.span().regions());
  }
}
