package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the rows of a Word table. A table of one cell is a frame: what is in it is emitted as if
 * it stood free. A table in a cell is text of that cell, a row a line. One thread.
 */
final class WordTable {
  private final WordContext context;
  private final Output out;
  private int behind;
  private final TableGrid grid = new TableGrid();
  private final List<WordText> texts = new ArrayList<>();
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
  }

  private void row(Node row) throws IOException {
    if (isUnseen(row)) {
      return;
    }
    Node properties = row.child("w:trPr");
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
    if (isDeleted(cell)) {
      return;
    }
    Node properties = cell.child("w:tcPr");
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

  private void collect(Node parent, int colour, List<String> lines) throws IOException {
    for (Node child : parent.children()) {
      switch (child.name()) {
        case "w:p" -> line(child, colour, lines);
        case "w:tbl", "w:tr" -> nested(child, colour, lines);
        case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo" ->
            collect(child, colour, lines);
        default -> {}
      }
    }
  }

  /** Takes a table in a cell, or a row of it, line by line. */
  private void nested(Node part, int colour, List<String> lines) throws IOException {
    if (part.is("w:tbl")) {
      Node shade = part.path("w:tblPr", "w:shd");
      collect(part, context.visibility().fill(shade, colour), lines);
    } else if (!isUnseen(part)) {
      List<String> row = new ArrayList<>();
      inside(part, colour, row);
      lines.addAll(row.isEmpty() ? row : List.of(String.join(" ", row)));
    }
  }

  private void inside(Node row, int colour, List<String> words) throws IOException {
    for (Node child : row.children()) {
      switch (child.name()) {
        case "w:tc" -> {
          if (!isDeleted(child)) {
            collect(child, context.visibility().fill(child.path("w:tcPr", "w:shd"), colour), words);
          }
        }
        case "w:sdt", "w:sdtContent", "w:customXml" -> inside(child, colour, words);
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

  /** Whether a cell was deleted; what it held is emitted as hidden. */
  private boolean isDeleted(Node cell) throws IOException {
    boolean deleted = cell.path("w:tcPr", "w:cellDel").exists();
    if (deleted) {
      unseen(List.of(cell), HiddenChannel.DELETED);
    }
    return deleted;
  }

  /** Whether nobody sees a row; what it holds is emitted as hidden. */
  private boolean isUnseen(Node row) throws IOException {
    boolean deleted = row.path("w:trPr", "w:del").exists();
    boolean hidden = row.path("w:trPr", "w:hidden").on();
    if (deleted || hidden) {
      HiddenChannel channel = deleted ? HiddenChannel.DELETED : HiddenChannel.MARKED_HIDDEN;
      unseen(row.children("w:tc"), channel);
    }
    return deleted || hidden;
  }

  private void unseen(List<Node> cells, HiddenChannel channel) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Node cell : cells) {
      collect(cell, behind, lines);
    }
    out.hidden(channel, String.join("\n", lines));
  }

  private int cellColour(Node cell) {
    return context.visibility().fill(cell.path("w:tcPr", "w:shd"), behind);
  }
}
