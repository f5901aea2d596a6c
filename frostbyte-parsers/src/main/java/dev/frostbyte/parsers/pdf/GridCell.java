package dev.frostbyte.parsers.pdf;

import java.util.List;

/** A cell of a table being made, with its words. */
record GridCell(Lattice.Span span, List<Word> words) {
  int row() {
    return span.row();
  }

  int column() {
    return span.column();
  }

  boolean isPlain() {
    return span.rowSpan() == 1 && span.columnSpan() == 1;
  }

  boolean isBold() {
    return !words.isEmpty() && words.stream().allMatch(word -> word.style().bold());
  }

  GridCell at(int row, int rowSpan) {
    return new GridCell(new Lattice.Span(row, span.column(), rowSpan, span.columnSpan()), words);
  }
}
