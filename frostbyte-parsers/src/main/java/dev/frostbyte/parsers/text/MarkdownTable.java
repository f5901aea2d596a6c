package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** Turns a table of GFM into a block. */
final class MarkdownTable {
  private static final int MOST_COLUMNS = 16_384;

  private MarkdownTable() {}

  /** The table; the texts of its cells are added to a list, for what is hidden in them. */
  static Block of(TableBlock table, List<MarkdownText> texts) {
    List<Block.Cell> cells = new ArrayList<>();
    int columns = 1;
    int rows = 0;
    int headerRows = 0;
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        columns = Math.max(columns, row(row, rows++, cells, texts));
      }
      headerRows = part instanceof TableHead ? rows : headerRows;
    }
    return new Block.Table(columns, headerRows, cells, UntrustedText.EMPTY, List.of());
  }

  private static int row(Node row, int number, List<Block.Cell> cells, List<MarkdownText> texts) {
    int column = 0;
    Node cell = row.getFirstChild();
    while (cell != null && column < MOST_COLUMNS) {
      MarkdownText text = MarkdownText.of(cell);
      texts.add(text);
      cells.add(Block.Cell.of(number, column++, text.visible()));
      cell = cell.getNext();
    }
    return column;
  }
}
