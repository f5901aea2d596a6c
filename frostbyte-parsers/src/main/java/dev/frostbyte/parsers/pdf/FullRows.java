package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * Finds the columns of a table by its rows that have a text in each: these stand one below the
 * other with white between them, however little, and no other line crosses it. Stateless.
 */
final class FullRows {
  /** Columns from which texts below each other are no chance. */
  private static final int FEWEST = 3;

  /** One of this many lines is such a row at least; others go on inside their cells. */
  private static final int ONE_OF = 3;

  private FullRows() {}

  /** Middles of the streams between the columns; none where the rows do not agree on them. */
  static float[] streams(List<Strip> strips) {
    int columns = strips.stream().mapToInt(strip -> strip.chunks().size()).max().orElse(0);
    List<Strip> full = strips.stream().filter(it -> it.chunks().size() == columns).toList();
    if (columns < FEWEST || full.size() < 2 || full.size() * ONE_OF < strips.size()) {
      return new float[0];
    }
    float[] lefts = new float[columns];
    float[] rights = new float[columns];
    for (int i = 0; i < columns; i++) {
      int column = i;
      lefts[i] = (float) full.stream().mapToDouble(it -> left(it, column)).min().orElse(0);
      rights[i] = (float) full.stream().mapToDouble(it -> right(it, column)).max().orElse(0);
    }
    strips.forEach(strip -> strip.chunks().forEach(chunk -> widen(lefts, rights, chunk)));
    return between(lefts, rights);
  }

  private static float left(Strip strip, int column) {
    return strip.chunks().get(column).rect().left();
  }

  private static float right(Strip strip, int column) {
    return strip.chunks().get(column).rect().right();
  }

  /** A text belongs to the last column that begins at its middle or before. */
  private static void widen(float[] lefts, float[] rights, Chunk chunk) {
    int column = 0;
    while (column + 1 < lefts.length && lefts[column + 1] <= chunk.rect().centreX()) {
      column++;
    }
    lefts[column] = Math.min(lefts[column], chunk.rect().left());
    rights[column] = Math.max(rights[column], chunk.rect().right());
  }

  private static float[] between(float[] lefts, float[] rights) {
    float[] streams = new float[lefts.length - 1];
    for (int i = 0; i < streams.length; i++) {
      if (rights[i] >= lefts[i + 1]) {
        return new float[0];
      }
      streams[i] = (rights[i] + lefts[i + 1]) / 2;
    }
    return streams;
  }
}
