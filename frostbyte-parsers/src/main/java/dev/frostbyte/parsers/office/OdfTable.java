package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table of an OpenDocument text or slide. A table of one cell is a frame: what is in it is
 * emitted as if it stood free. Nested tables follow as tables of their own. One thread.
 */
final class OdfTable {
  /** Repeated rows and cells of a text are a handful; more is empty space or an attack. */
  private static final int MOST_REPEATS = 1_000;

  private final OdfContext context;
  private final OdfLook look;
  private final TableGrid grid = new TableGrid();
  private final List<OdfText> texts = new ArrayList<>();
  private final List<Node> nested = new ArrayList<>();
  private boolean inHeader;

  OdfTable(OdfContext context, OdfLook look) {
    this.context = context;
    this.look = look;
  }

  void emit(Node table) throws IOException {
    OdfBlocks blocks = new OdfBlocks(context);
    Node only = onlyCell(table);
    if (only.exists()) {
      blocks.all(only, look.cell(context.styles(), only.attribute("table:style-name")));
      return;
    }
    boolean header = table.attribute("table:use-first-row-styles").equals("true");
    context.out().gathering(() -> rows(table, header), () -> rest(blocks));
  }

  private void rest(OdfBlocks blocks) throws IOException {
    boolean seen = grid.emit(context.out());
    blocks.after(texts, seen);
    for (Node inner : nested) {
      blocks.one(inner, look);
    }
  }

  /** The cell of a table that has one only. */
  private static Node onlyCell(Node table) {
    List<Node> rows = table.children("table:table-row");
    boolean one = rows.size() == 1 && !table.child("table:table-header-rows").exists();
    List<Node> cells = one ? rows.getFirst().children("table:table-cell") : List.of();
    return cells.size() == 1 && rows.getFirst().children().size() == 1
        ? cells.getFirst()
        : Node.NONE;
  }

  private void rows(Node parent, boolean firstIsHeader) throws IOException {
    boolean first = firstIsHeader;
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "table:table-header-rows" -> header(child);
        case "table:table-rows", "table:table-row-group" -> rows(child, false);
        case "table:table-row" -> {
          row(child, inHeader || first);
          first = false;
        }
        default -> {}
      }
    }
  }

  private void header(Node rows) throws IOException {
    inHeader = true;
    rows(rows, false);
    inHeader = false;
  }

  private void row(Node row, boolean header) throws IOException {
    if (row.attribute("table:visibility").equals("collapse")) {
      context.out().hidden(HiddenChannel.MARKED_HIDDEN, OdfText.plain(row));
      return;
    }
    int times = repeats(row, "table:number-rows-repeated");
    for (int i = 0; i < times; i++) {
      grid.row(header);
      for (Node cell : row.children()) {
        cell(cell);
      }
    }
  }

  private void cell(Node cell) throws IOException {
    int times = repeats(cell, "table:number-columns-repeated");
    if (cell.is("table:covered-table-cell")) {
      grid.skip(times);
    } else if (cell.is("table:table-cell")) {
      int width = spans(cell, "table:number-columns-spanned");
      int height = spans(cell, "table:number-rows-spanned");
      for (int i = 0; i < times; i++) {
        String text = context.out().counted(text(cell));
        grid.cell(width, height, () -> text);
        grid.skip(1 - width);
      }
    }
  }

  private String text(Node cell) throws IOException {
    List<String> lines = new ArrayList<>();
    OdfLook inside = look.cell(context.styles(), cell.attribute("table:style-name"));
    collect(cell, inside, OdfItem.NONE, lines);
    return String.join("\n", lines);
  }

  private void collect(Node parent, OdfLook inside, OdfItem item, List<String> lines)
      throws IOException {
    OdfItem at = item;
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "text:p", "text:h" -> {
          line(child, inside, at, lines);
          at = at.marked();
        }
        case "table:table" -> nested.add(child);
        case "text:list" -> list(child, inside, item, lines);
        case "text:section" -> collect(child, inside, item, lines);
        default -> shape(child, inside);
      }
    }
  }

  private void list(Node list, OdfLook inside, OdfItem item, List<String> lines)
      throws IOException {
    OdfItem deeper = item.list(list, context.lists());
    for (Node each : list.children()) {
      collect(each, inside, deeper.item(each), lines);
    }
  }

  private void line(Node paragraph, OdfLook inside, OdfItem item, List<String> lines)
      throws IOException {
    OdfText text = new OdfText(context);
    text.add(paragraph, inside);
    texts.add(text);
    String style = paragraph.attribute("text:style-name");
    String marker = item.marker(context.lists(), context.styles(), style);
    String line = text.visible().strip().replace('\t', ' ');
    if (!line.isEmpty()) {
      lines.add(marker.isEmpty() ? line : marker + " " + line);
    }
  }

  private void shape(Node node, OdfLook inside) throws IOException {
    if (OdfText.SHAPES.contains(node.name())) {
      OdfText text = new OdfText(context);
      text.inline(node, inside);
      texts.add(text);
    }
  }

  private static int repeats(Node node, String attribute) {
    return Numbers.parse(node.attribute(attribute), 1, 1, MOST_REPEATS);
  }

  private static int spans(Node node, String attribute) {
    return Numbers.parse(node.attribute(attribute), 1, 1, TableGrid.WIDEST);
  }
}
