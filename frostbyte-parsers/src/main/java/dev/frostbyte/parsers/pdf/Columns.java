package dev.frostbyte.parsers.pdf;

import java.util.List;

/** Writes lines of a fixed-width font with blanks where there was room. */
final class Columns {
  private Columns() {}

  static String preformatted(List<Chunk> lines) {
    float left = Rect.around(lines, Chunk::rect).left();
    float cell = cell(lines);
    StringBuilder text = new StringBuilder();
    for (Chunk line : lines) {
      text.append(text.isEmpty() ? "" : "\n").append(line(line, left, cell));
    }
    return text.toString();
  }

  private static String line(Chunk line, float left, float cell) {
    StringBuilder text = new StringBuilder();
    for (Word word : line.words()) {
      int column = Math.clamp(Math.round((word.rect().left() - left) / cell), 0, 400);
      int blanks = Math.max(text.isEmpty() ? 0 : 1, column - text.length());
      text.append(" ".repeat(blanks)).append(word.text());
    }
    return text.toString();
  }

  /** Width of one character. */
  private static float cell(List<Chunk> lines) {
    float width = 0;
    int letters = 0;
    for (Chunk line : lines) {
      for (Word word : line.words()) {
        width += word.rect().width();
        letters += word.text().codePointCount(0, word.text().length());
      }
    }
    return letters == 0 || width <= 0 ? 1 : width / letters;
  }
}
