package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lays cells into rows and columns, with spans. One thread. */
final class TableGrid {
  /** Most columns of a table. */
  static final int WIDEST = 16_384;

  private final List<Slot> slots = new ArrayList<>();
  private List<Slot> above = new ArrayList<>();
  private List<Slot> current = new ArrayList<>();
  private int rows;
  private int headerRows;
  private int column;
  private int columns;

  /** Starts a row. */
  void row(boolean header) {
    above = current;
    current = new ArrayList<>();
    column = 0;
    rows++;
    headerRows += header ? 1 : 0;
  }

  /** Leaves columns free. */
  void skip(int count) {
    column = Math.min(WIDEST, column + count);
  }

  /** Puts a cell; what does not fit into the widest table is left out. */
  void cell(int width, int height, Text text) {
    int fitting = Math.min(width, WIDEST - column);
    if (fitting > 0) {
      Slot slot = new Slot(rows - 1, column, fitting, text);
      slot.height = height;
      slots.add(slot);
      current.add(slot);
      advance(fitting);
    }
  }

  /** Lets the cell above reach into this row; false when there is none of this place and width. */
  boolean extend(int width) {
    for (Slot slot : above) {
      if (slot.column == column && slot.row + slot.height == rows - 1) {
        slot.height++;
        current.add(slot);
        advance(Math.min(width, WIDEST - column));
        return true;
      }
    }
    return false;
  }

  /** Emits the table; false when it has no text at all and nothing was emitted. */
  boolean emit(Output out) throws IOException {
    List<Block.Cell> cells = new ArrayList<>();
    boolean blank = true;
    for (Slot slot : slots) {
      String text = slot.text.read();
      blank &= text.isBlank();
      cells.add(
          new Block.Cell(slot.row, slot.column, slot.height, slot.width, UntrustedText.of(text)));
    }
    if (!blank) {
      int heads = headerRows == rows ? 0 : headerRows;
      out.emit(new Block.Table(columns, heads, cells, UntrustedText.EMPTY, out.regions()));
    }
    return !blank;
  }

  private void advance(int width) {
    column += width;
    columns = Math.max(columns, column);
  }

  /** Reads the text of a cell when it is needed. */
  @FunctionalInterface
  interface Text {
    String read() throws IOException;
  }

  /** A cell whose height may still grow. */
  private static final class Slot {
    private final int row;
    private final int column;
    private final int width;
    private final Text text;
    private int height = 1;

    Slot(int row, int column, int width, Text text) {
      this.row = row;
      this.column = column;
      this.width = width;
      this.text = text;
    }
  }
}
