package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects the cells of one sheet of an OpenDocument spreadsheet: seen ones by place, hidden ones
 * apart. Cells and rows that a file repeats are counted, so that a few bytes make no huge table.
 * One thread.
 */
final class OdfSheet {
  private static final int LAST_ROW = 1_048_575;
  private static final int MOST_COPIES = 500_000;

  private final OdfContext context;
  private final Output out;
  private final Node table;
  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> seen = new TreeMap<>();
  private final List<SheetCell> unseen = new ArrayList<>();
  private final List<Merges.Spot> merges = new ArrayList<>();
  private final List<OdfText> texts = new ArrayList<>();
  private final BitSet hiddenColumns = new BitSet();
  private int columns;
  private int row;
  private int hiddenGroups;
  private int groups;
  private int copies;

  OdfSheet(OdfContext context, Node table) {
    this.context = context;
    this.out = context.out();
    this.table = table;
  }

  /** Takes a column, a row, or the shapes of the sheet. */
  void took(Node element) throws IOException {
    switch (element.name()) {
      case "table:table-column" -> column(element);
      case "table:table-row" -> rows(element);
      case "table:shapes" -> shapes(element);
      default -> {}
    }
  }

  /** What follows, until the matching end, is a group of rows, folded away or not. */
  void beginGroup(boolean hidden) {
    groups++;
    hiddenGroups = hidden && hiddenGroups == 0 ? groups : hiddenGroups;
  }

  void endGroup() {
    hiddenGroups = hiddenGroups == groups ? 0 : hiddenGroups;
    groups--;
  }

  /** Emits the name of the sheet, hidden when its style does not display it. */
  void begin() throws IOException {
    String name = table.attribute("table:name");
    if (isHidden()) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, name);
    } else {
      out.heading(1, name);
    }
  }

  /** Emits the sheet; all of it as hidden when its style does not display it. */
  void emit() throws IOException {
    if (isHidden()) {
      seen.values().forEach(cells -> unseen.addAll(cells.values()));
    } else {
      new SheetTables(seen, Merges.of(merges), -1, out).emit();
    }
    for (SheetCell cell : unseen) {
      out.hiddenCounted(cell.hidden().orElse(HiddenChannel.MARKED_HIDDEN), cell.value());
      out.links(cell.links(), false);
    }
    new OdfBlocks(context).after(texts, false);
  }

  private boolean isHidden() {
    String style = table.attribute("table:style-name");
    return context
        .styles()
        .property("table", style, "style:table-properties", "table:display")
        .equals("false");
  }

  private void column(Node column) {
    int count =
        Numbers.parse(
            column.attribute("table:number-columns-repeated"), 1, 1, TableGrid.WIDEST - columns);
    if (!column.attribute("table:visibility").matches("|visible")) {
      hiddenColumns.set(columns, columns + count);
    }
    columns = Math.min(columns + count, TableGrid.WIDEST - 1);
  }

  private void shapes(Node shapes) throws IOException {
    OdfText text = new OdfText(context);
    for (Node shape : shapes.children()) {
      text.inline(shape, OdfLook.PLAIN);
    }
    texts.add(text);
  }

  private void rows(Node element) throws IOException {
    int times = Numbers.parse(element.attribute("table:number-rows-repeated"), 1, 1, LAST_ROW + 1);
    boolean hidden = hiddenGroups > 0 || !element.attribute("table:visibility").matches("|visible");
    boolean empty = element.children().stream().allMatch(cell -> cell.children().isEmpty());
    if (empty && element.children().stream().allMatch(cell -> value(cell, "").isEmpty())) {
      row = Math.min(row + times, LAST_ROW);
      return;
    }
    for (int i = 0; i < times && row <= LAST_ROW; i++) {
      cells(element, hidden, i > 0);
      row++;
    }
  }

  private void cells(Node element, boolean rowHidden, boolean copy) throws IOException {
    int column = 0;
    for (Node cell : element.children()) {
      int least = TableGrid.WIDEST - column;
      int times =
          Numbers.parse(cell.attribute("table:number-columns-repeated"), 1, 1, Math.max(1, least));
      if (cell.is("table:table-cell") && least > 0) {
        cell(cell, column, times, rowHidden, copy);
      }
      column = Math.min(column + times, TableGrid.WIDEST);
    }
  }

  private void cell(Node cell, int column, int times, boolean rowHidden, boolean copy)
      throws IOException {
    OdfText text = new OdfText(context);
    OdfLook look = OdfLook.PLAIN.cell(context.styles(), cell.attribute("table:style-name"));
    List<String> lines = new ArrayList<>();
    List<OdfText> paragraphs = new ArrayList<>();
    for (Node child : cell.children()) {
      OdfText line = child.is("text:p") ? new OdfText(context) : text;
      read(child, line, look);
      if (child.is("text:p")) {
        lines.add(line.visible().strip());
        paragraphs.add(line);
      }
    }
    List<Anchor> links = paragraphs.stream().flatMap(line -> line.links().stream()).toList();
    paragraphs.forEach(line -> line.links().clear());
    paragraphs.add(text);
    texts.addAll(copy ? List.of() : paragraphs);
    String value = value(cell, String.join("\n", lines).strip());
    if (!value.isBlank()) {
      put(cell, value, links, column, times, rowHidden, copy);
    }
  }

  private static void read(Node child, OdfText into, OdfLook look) throws IOException {
    if (child.is("text:p")) {
      into.add(child, look);
    } else if (!child.name().equals(Node.TEXT)) {
      into.inline(child, look);
    }
  }

  private void put(
      Node cell,
      String value,
      List<Anchor> links,
      int column,
      int times,
      boolean rowHidden,
      boolean copy)
      throws IOException {
    CellValue held = OdfValue.of(cell, value);
    for (int i = 0; i < times; i++) {
      copies += copy || i > 0 ? 1 : 0;
      if (copies > MOST_COPIES) {
        throw new BudgetReachedException("maxElements", MOST_COPIES);
      }
      String counted = out.counted(value);
      boolean hidden = rowHidden || hiddenColumns.get(column + i);
      if (hidden) {
        unseen.add(new SheetCell(counted, held, Optional.of(HiddenChannel.MARKED_HIDDEN), links));
      } else {
        seen.computeIfAbsent(row, key -> new TreeMap<>())
            .put(column + i, new SheetCell(counted, held, Optional.empty(), links));
      }
    }
    int wide = Numbers.parse(cell.attribute("table:number-columns-spanned"), 1, 1, 1_024);
    int high = Numbers.parse(cell.attribute("table:number-rows-spanned"), 1, 1, 100_000);
    if (wide > 1 || high > 1) {
      merges.add(new Merges.Spot(row, column, high, wide));
    }
  }

  /** What the cell shows; its stored value when it shows none. */
  private static String value(Node cell, String shown) {
    if (!shown.isEmpty() || cell.children().stream().anyMatch(child -> child.is("text:p"))) {
      return shown;
    }
    return switch (cell.attribute("office:value-type")) {
      case "float", "percentage", "currency" -> cell.attribute("office:value");
      case "date" -> cell.attribute("office:date-value");
      case "time" -> cell.attribute("office:time-value");
      case "boolean" -> cell.attribute("office:boolean-value");
      case "string" -> cell.attribute("office:string-value");
      default -> "";
    };
  }
}
