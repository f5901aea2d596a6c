package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * Counts the lines of the head of a table: below its first line those that have nothing in the
 * first column, where nearly all rows have something, and words where the rows have numbers.
 */
final class HeadLines {
  private static final int MOST = 4;

  /** Rows below the head from which they tell what a column holds. */
  private static final int FEWEST_ROWS = 2;

  /** Share of the rows that is nearly all. */
  private static final float NEARLY_ALL = 0.8f;

  /** Gap between two lines of one head at most, in font sizes. */
  private static final float NEAR = 0.7f;

  private HeadLines() {}

  /** At least 1. */
  static int count(List<Strip> strips, float[] streams) {
    int count = 1;
    while (count < Math.min(MOST, strips.size()) && goesOn(strips, count, streams)) {
      count++;
    }
    return count;
  }

  private static boolean goesOn(List<Strip> strips, int at, float[] streams) {
    Strip line = strips.get(at);
    List<Strip> rows = strips.subList(at + 1, strips.size());
    float gap = line.rect().top() - strips.get(at - 1).rect().bottom();
    boolean apart = gap > NEAR * line.size();
    if (apart || rows.size() < FEWEST_ROWS || has(line, streams, 0)) {
      return false;
    }
    long named = rows.stream().filter(row -> has(row, streams, 0)).count();
    boolean numbers = false;
    for (int column = 1; column <= streams.length; column++) {
      numbers |= isWorded(line, streams, column) && areNumbers(rows, streams, column);
    }
    return numbers && named >= NEARLY_ALL * rows.size();
  }

  private static boolean areNumbers(List<Strip> rows, float[] streams, int column) {
    List<Strip> filled = rows.stream().filter(row -> has(row, streams, column)).toList();
    long worded = filled.stream().filter(row -> isWorded(row, streams, column)).count();
    return filled.size() >= FEWEST_ROWS && worded <= (1 - NEARLY_ALL) * filled.size();
  }

  private static boolean has(Strip strip, float[] streams, int column) {
    return strip.words().stream()
        .anyMatch(word -> RowMaker.column(streams, word.rect().centreX()) == column);
  }

  private static boolean isWorded(Strip strip, float[] streams, int column) {
    return strip.words().stream()
        .filter(word -> RowMaker.column(streams, word.rect().centreX()) == column)
        .anyMatch(word -> word.text().codePoints().anyMatch(Character::isLetter));
  }
}
