package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the rows of a Word table. A table of one cell is a frame: what is in it is emitted as if
 * it stood free. Nested tables follow as tables of their own. One thread.
 */
final class WordTable {
  private final WordContext context;
  private final Output out;
  private int behind;
  private final TableGrid grid = new TableGrid();
  private final List<WordText> texts = new ArrayList<>();
  private final List<Node> nested = new ArrayList<>();
  private Node onlyCell = Node.NONE;
  private String first = "";
  private int cells;
  private boolean inHeader = true;

  WordTable(WordContext context, Output out, int behind) {
    this.context = context;
    this.out = out;
    this.behind = behind;
  }

  /** Takes all children of the table. */
  void all(Node table) throws IOException {
    for (Node child : table.children()) {
      add(child);
    }
  }

  /** Takes a child of the table; all but rows is ignored. */
  void add(Node child) throws IOException {
    switch (child.name()) {
      case "w:tr" -> row(child);
      case "w:tblPr" -> behind = context.visibility().fill(child.child("w:shd"), behind);
      case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" -> {
        for (Node inner : child.children()) {
          add(inner);
        }
      }
      default -> {}
    }
  }

  /** Emits the table and what its cells refer to. */
  void end() throws IOException {
    WordBlocks blocks = new WordBlocks(context, out);
    if (cells == 1) {
      blocks.all(onlyCell, cellColour(onlyCell));
      return;
    }
    boolean seen = grid.emit(out);
    blocks.after(texts, seen);
    for (Node table : nested) {
      blocks.one(table, behind);
    }
  }

  private void row(Node row) throws IOException {
    Node properties = row.child("w:trPr");
    if (properties.child("w:del").exists() || properties.child("w:hidden").on()) {
      boolean deleted = properties.child("w:del").exists();
      unseenRow(row, deleted ? HiddenChannel.DELETED : HiddenChannel.MARKED_HIDDEN);
      return;
    }
    inHeader = inHeader && properties.child("w:tblHeader").on();
    grid.row(inHeader);
    grid.skip(Numbers.parse(properties.child("w:gridBefore").value(), 0, 0, TableGrid.WIDEST));
    cells(row);
  }

  private void cells(Node parent) throws IOException {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:tc" -> cell(child);
        case "w:sdt", "w:sdtContent", "w:customXml" -> cells(child);
        default -> {}
      }
    }
  }

  private void cell(Node cell) throws IOException {
    Node properties = cell.child("w:tcPr");
    if (properties.child("w:cellDel").exists()) {
      deletedCell(cell);
      return;
    }
    int width = Numbers.parse(properties.child("w:gridSpan").value(), 1, 1, TableGrid.WIDEST);
    Node merge = properties.child("w:vMerge");
    if (merge.exists() && !merge.value().equals("restart") && grid.extend(width)) {
      return;
    }
    cells++;
    if (cells == 1) {
      frame(cell, width);
    } else {
      unframe();
      String text = text(cell);
      grid.cell(width, 1, () -> text);
    }
  }

  /** The first cell may be a frame: its text is read when another cell follows. */
  private void frame(Node cell, int width) {
    onlyCell = cell;
    grid.cell(width, 1, () -> first);
  }

  private void unframe() throws IOException {
    if (cells == 2) {
      first = text(onlyCell);
    }
  }

  private String text(Node cell) throws IOException {
    List<String> lines = new ArrayList<>();
    collect(cell, cellColour(cell), lines);
    return out.counted(String.join("\n", lines));
  }

  private void collect(Node parent, int colour, List<String> lines) {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:p" -> line(child, colour, lines);
        case "w:tbl" -> nested.add(child);
        case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" ->
            collect(child, colour, lines);
        default -> {}
      }
    }
  }

  private void line(Node paragraph, int colour, List<String> lines) {
    WordText text = new WordText(context);
    text.add(paragraph, colour);
    texts.add(text);
    String marker = ListPlace.of(context, paragraph).marker();
    String line = text.visible().strip().replace('\t', ' ');
    if (!line.isEmpty()) {
      lines.add(marker.isEmpty() ? line : marker + " " + line);
    }
  }

  private void deletedCell(Node cell) throws IOException {
    List<String> lines = new ArrayList<>();
    collect(cell, behind, lines);
    out.hidden(HiddenChannel.DELETED, String.join("\n", lines));
  }

  private void unseenRow(Node row, HiddenChannel channel) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Node cell : row.children("w:tc")) {
      collect(cell, behind, lines);
    }
    out.hidden(channel, String.join("\n", lines));
  }

  private int cellColour(Node cell) {
    return context.visibility().fill(cell.path("w:tcPr", "w:shd"), behind);
  }
}
