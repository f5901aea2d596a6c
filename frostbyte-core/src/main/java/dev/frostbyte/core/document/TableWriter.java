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
    List<String> texts =
        ordered.stream().map(cell -> TextCleaner.line(cell.text().value())).toList();
    if (caption.isEmpty() && texts.stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    int start = text.startPiece();
    Span captionAt = text.append(caption);
    writeRows(ordered, texts, caption.isEmpty());
    Span all = text.since(start, table.regions());
    return Optional.of(
        new Element.Table(number, table.columns(), table.headerRows(), captionAt, cells, all));
  }

  private void writeRows(List<Block.Cell> ordered, List<String> texts, boolean first) {
    boolean atStart = first;
    int row = -1;
    for (int i = 0; i < ordered.size(); i++) {
      Block.Cell cell = ordered.get(i);
      boolean newRow = cell.row() != row;
      if (!atStart) {
        text.append(newRow ? "\n" : "\t");
      }
      atStart = false;
      row = cell.row();
      Span span = text.append(texts.get(i));
      cells.add(
          new Element.Cell(
              cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), span, cell.value()));
    }
  }

  private static List<Block.Cell> ordered(List<Block.Cell> cells) {
    return cells.stream()
        .sorted(Comparator.comparingInt(Block.Cell::row).thenComparingInt(Block.Cell::column))
        .toList();
  }
}
