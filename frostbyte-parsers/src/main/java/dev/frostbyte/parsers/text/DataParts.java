package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits a table of records in parts, so that no more than a part of its cells is held. Only the
 * first part has the caption and the row that names the columns. One thread.
 */
final class DataParts {
  /** Most cells of a part. */
  static final int PART = 50_000;

  private final ElementSink sink;
  private final int columns;
  private final List<Block.Cell> cells = new ArrayList<>();
  private UntrustedText caption;
  private int heads;
  private int row;

  /**
   * A table without rows yet.
   *
   * @param columns of every part, fewer than the cells of a part
   * @param heads rows that name the columns
   */
  DataParts(ElementSink sink, UntrustedText caption, int columns, int heads) {
    this.sink = sink;
    this.caption = caption;
    this.columns = columns;
    this.heads = heads;
  }

  /**
   * Adds a row, then emits what is held when another might not fit. Empty values behind its last
   * get no cells; those before it do, since a reader of cells alone counts them.
   */
  void addRow(List<String> values) throws IOException {
    int end = values.size();
    while (end > 1 && values.get(end - 1).isBlank()) {
      end--;
    }
    for (int column = 0; column < end; column++) {
      cells.add(Block.Cell.of(row, column, values.get(column).strip()));
    }
    row++;
    if (cells.size() + columns > PART) {
      emit();
    }
  }

  /** Emits what is held. */
  void emit() throws IOException {
    if (row > 0) {
      sink.accept(new Block.Table(columns, heads, cells, caption, List.of()));
    }
    cells.clear();
    caption = UntrustedText.EMPTY;
    heads = 0;
    row = 0;
  }
}
