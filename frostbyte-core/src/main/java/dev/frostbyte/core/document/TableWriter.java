package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes a table into the canonical text: caption line, then one line a row, cells separated by
 * tabs. One thread.
 */
final class TableWriter {
  private final TextSpool text;
  private final int number;
  private final List<Element.Cell> cells = new ArrayList<>();

  TableWriter(TextSpool text, int number) {
    this.text = text;
    this.number = number;
  }

  /** The element; empty when the table holds no text at all. */
  Optional<Element> write(Block.Table table) {
    String caption = TextCleaner.line(table.caption().value());
    List<Block.Cell> ordered = ordered(table.cells());
    if (caption.isEmpty() && ordered.stream().allMatch(cell -> cell.text().isBlank())) {
      return Optional.empty();
    }
    int start = text.startPiece();
    Span captionAt = text.append(caption);
    writeRows(ordered, caption.isEmpty());
    Span all = text.since(start, table.regions());
    return Optional.of(
        new Element.Table(number, table.columns(), table.headerRows(), captionAt, cells, all));
  }

  private void writeRows(List<Block.Cell> ordered, boolean first) {
    boolean atStart = first;
    int row = -1;
    for (Block.Cell cell : ordered) {
      boolean newRow = cell.row() != row;
      if (!atStart) {
        text.append(newRow ? "\n" : "\t");
      }
      atStart = false;
      row = cell.row();
      Span span = text.append(TextCleaner.line(cell.text().value()));
      cells.add(
          new Element.Cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), span));
    }
  }

  private static List<Block.Cell> ordered(List<Block.Cell> cells) {
    return cells.stream()
        .sorted(Comparator.comparingInt(Block.Cell::row).thenComparingInt(Block.Cell::column))
        .toList();
  }
}
