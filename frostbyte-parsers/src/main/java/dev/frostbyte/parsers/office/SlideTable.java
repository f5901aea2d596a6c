package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a table on a slide. */
final class SlideTable {
  private static final int TALLEST = 10_000;

  private SlideTable() {}

  /** Emits the table, or its text as hidden. */
  static void emit(
      Node table,
      Optional<HiddenChannel> hidden,
      SlideLayout layout,
      int behind,
      Relations relations,
      Output out)
      throws IOException {
    if (hidden.isPresent()) {
      out.hidden(hidden.get(), text(table));
      return;
    }
    TableGrid grid = new TableGrid();
    CellText text =
        cell ->
            new SlideText(
                    layout, cell, Node.NONE, ground(table, cell, layout, behind), relations, out)
                .cell(cell.child("a:txBody"));
    out.gathering(
        () -> rows(table, grid, text, out),
        () -> out.links(links(table, relations), grid.emit(out)));
  }

  private static void rows(Node table, TableGrid grid, CellText text, Output out)
      throws IOException {
    boolean header = table.child("a:tblPr").attribute("firstRow").matches("1|true");
    for (Node row : table.children("a:tr")) {
      grid.row(header);
      header = false;
      for (Node cell : row.children("a:tc")) {
        cell(cell, grid, text, out);
      }
    }
  }

  private static List<Anchor> links(Node node, Relations relations) {
    List<Anchor> links = new ArrayList<>();
    for (Node child : node.children()) {
      String click = child.path("a:rPr", "a:hlinkClick").attribute("r:id");
      relations
          .address(click)
          .ifPresent(target -> links.add(new Anchor(DrawingText.of(child), target)));
      links.addAll(links(child, relations));
    }
    return links;
  }

  /** What a cell stands on; the style of a table may fill it. */
  private static int ground(Node table, Node cell, SlideLayout layout, int behind) {
    Node properties = cell.child("a:tcPr");
    if (properties.child("a:solidFill").exists()) {
      return layout.theme().of(properties);
    }
    boolean plain =
        !table.path("a:tblPr", "a:tableStyleId").exists() && properties.children().isEmpty();
    return plain ? behind : SlideTheme.UNKNOWN;
  }

  private static void cell(Node cell, TableGrid grid, CellText seen, Output out)
      throws IOException {
    boolean covered = cell.attribute("hMerge").matches("1|true");
    if (covered || cell.attribute("vMerge").matches("1|true")) {
      grid.skip(cell.attribute("vMerge").isEmpty() ? 0 : 1);
      return;
    }
    int width = Numbers.parse(cell.attribute("gridSpan"), 1, 1, TableGrid.WIDEST);
    int height = Numbers.parse(cell.attribute("rowSpan"), 1, 1, TALLEST);
    String text = out.counted(seen.of(cell).strip().replace('\t', ' '));
    grid.cell(width, height, () -> text);
  }

  private static String text(Node table) {
    List<String> rows = new ArrayList<>();
    for (Node row : table.children("a:tr")) {
      List<String> cells = new ArrayList<>();
      row.children("a:tc").forEach(cell -> cells.add(DrawingText.plain(cell.child("a:txBody"))));
      rows.add(String.join("\t", cells));
    }
    return String.join("\n", rows);
  }

  /** What a reader sees in a cell. */
  @FunctionalInterface
  private interface CellText {
    String of(Node cell) throws IOException;
  }
}
