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
    float[] streams = new float[columns - 1];
    for (int i = 0; i < streams.length; i++) {
      float end = end(full, i);
      float start = start(full, i + 1);
      if (end >= start) {
        return new float[0];
      }
      streams[i] = (end + start) / 2;
    }
    return isCrossed(strips, streams) ? new float[0] : streams;
  }

  private static float end(List<Strip> full, int column) {
    return (float)
        full.stream().mapToDouble(it -> it.chunks().get(column).rect().right()).max().orElse(0);
  }

  private static float start(List<Strip> full, int column) {
    return (float)
        full.stream().mapToDouble(it -> it.chunks().get(column).rect().left()).min().orElse(0);
  }

  private static boolean isCrossed(List<Strip> strips, float[] streams) {
    for (float stream : streams) {
      boolean crossed =
          strips.stream()
              .flatMap(strip -> strip.chunks().stream())
              .anyMatch(it -> it.rect().left() < stream && it.rect().right() > stream);
      if (crossed) {
        return true;
      }
    }
    return false;
  }
}
