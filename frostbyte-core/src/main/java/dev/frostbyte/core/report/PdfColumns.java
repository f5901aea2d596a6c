package dev.frostbyte.core.report;

import java.util.List;

/**
 * How wide the columns of a table are: each as wide as its longest word, the rest shared by what
 * their texts would need. One thread.
 */
final class PdfColumns {
  /** Names and hashes may be broken anywhere, so no word of them needs more than this. */
  private static final float BREAKABLE = 62;

  /** What a hash is given where there is room: three lines of it. */
  private static final float HASH = 105;

  /** A text longer than this is wrapped anyway. */
  private static final float MOST = 260;

  private final Block.Table table;
  private final PdfFont font;

  PdfColumns(Block.Table table, PdfFont font) {
    this.table = table;
    this.font = font;
  }

  float[] widths(float whole, float pad) {
    int columns = table.columns().size();
    float[] least = new float[columns];
    float[] wanted = new float[columns];
    for (int column = 0; column < columns; column++) {
      least[column] = least(column) + 2 * pad + 0.5f;
      wanted[column] = Math.max(least[column], wanted(column) + 2 * pad + 0.5f);
    }
    return shared(least, wanted, whole);
  }

  private static float[] shared(float[] least, float[] wanted, float whole) {
    float needed = sum(least);
    float[] widths = new float[least.length];
    if (needed >= whole) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = least[column] * whole / needed;
      }
      return widths;
    }
    float more = sum(wanted) - needed;
    float share = more <= 0 ? 0 : Math.min(1, (whole - needed) / more);
    for (int column = 0; column < widths.length; column++) {
      widths[column] = least[column] + (wanted[column] - least[column]) * share;
    }
    return widths;
  }

  private static float sum(float[] numbers) {
    float sum = 0;
    for (float number : numbers) {
      sum += number;
    }
    return sum;
  }

  private float least(int column) {
    float widest = 0;
    for (String word : font.drawable(table.column(column)).split(" ", -1)) {
      widest = Math.max(widest, font.width(word, PdfStyle.HEAD));
    }
    for (List<Cell> row : table.rows()) {
      widest = Math.max(widest, least(row.get(column)));
    }
    return widest;
  }

  private float least(Cell cell) {
    PdfStyle style = PdfStyle.CELL.heavy(cell instanceof Cell.Badge);
    return switch (cell) {
      case Cell.Name name -> Math.min(BREAKABLE, font.width(plain(cell), style));
      case Cell.Hash hash -> Math.min(BREAKABLE, font.width(plain(cell), style));
      case Cell.Code code -> Math.min(2 * BREAKABLE, font.width(plain(cell), style));
      case Cell.Badge badge -> font.width(plain(cell), style);
      case Cell.Number number -> font.width(plain(cell), style);
      case Cell.Time time -> longestWord(plain(cell), style);
      case Cell.Text text -> Math.min(BREAKABLE, longestWord(plain(cell), style));
    };
  }

  private float longestWord(String text, PdfStyle style) {
    float widest = 0;
    for (String word : text.split(" ", -1)) {
      widest = Math.max(widest, font.width(word, style));
    }
    return widest;
  }

  private float wanted(int column) {
    float widest = font.width(font.drawable(table.column(column)), PdfStyle.HEAD);
    for (List<Cell> row : table.rows()) {
      Cell cell = row.get(column);
      float most = cell instanceof Cell.Hash ? HASH : MOST;
      widest = Math.max(widest, Math.min(most, font.width(plain(cell), PdfStyle.CELL)));
    }
    return widest;
  }

  private String plain(Cell cell) {
    return font.drawable(cell.plain());
  }
}
