package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Joins the lines of a table into its rows: by lines painted between them, else by their gaps. */
final class RowMaker {
  private RowMaker() {}

  /**
   * Rows from top to bottom, each of one line or more.
   *
   * @param across heights of the lines painted inside the table
   */
  static List<List<Strip>> rows(List<Strip> strips, List<Float> across, float[] streams) {
    boolean ruled = isRuled(strips, across);
    float limit = ruled ? Float.POSITIVE_INFINITY : limit(strips, streams.length + 1);
    Wraps wraps = Wraps.of(strips, streams);
    int heads = HeadLines.count(strips, streams);
    Set<Integer> rests = across.isEmpty() ? BrokenCells.of(strips, streams, heads) : Set.of();
    List<List<Strip>> rows = new ArrayList<>();
    for (int i = 0; i < strips.size(); i++) {
      Strip above = strips.get(Math.max(0, i - 1));
      Strip strip = strips.get(i);
      boolean separated = isSeparated(above, strip, across);
      boolean far = gap(above, strip) > limit && !(limit < 0 && wraps.continues(above, strip));
      if (i == 0 || separated || far && i >= heads && !rests.contains(i)) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(strip);
    }
    return rows;
  }

  /** Whether lines are painted between rows throughout, not only under the header. */
  private static boolean isRuled(List<Strip> strips, List<Float> across) {
    int separated = 0;
    for (int i = 1; i < strips.size(); i++) {
      separated += isSeparated(strips.get(i - 1), strips.get(i), across) ? 1 : 0;
    }
    return separated >= 3 && separated * 3 >= strips.size() - 1;
  }

  private static boolean isSeparated(Strip above, Strip below, List<Float> across) {
    float from = above.rect().centreY();
    float to = below.rect().centreY();
    return across.stream().anyMatch(at -> at > from && at < to);
  }

  private static float gap(Strip above, Strip below) {
    return (below.rect().top() - above.rect().bottom()) / Math.max(1, below.size());
  }

  /** Gap up to which lines are one row; negative when every line is a row. */
  private static float limit(List<Strip> strips, int columns) {
    double[] gaps = new double[Math.max(0, strips.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gap(strips.get(i), strips.get(i + 1));
    }
    Arrays.sort(gaps);
    double widest = 0;
    float limit = -1;
    for (int i = 1; i < gaps.length; i++) {
      double jump = gaps[i] - gaps[i - 1];
      if (jump > widest && gaps[i - 1] < 0.55 && gaps[i] > 1.6 * gaps[i - 1] + 0.12) {
        widest = jump;
        limit = (float) (gaps[i] + gaps[i - 1]) / 2;
      }
    }
    return columns > 2 && isSingle(gaps, limit) ? -1 : limit;
  }

  /** One wider gap sets the header or a sum apart and says nothing of all the other lines. */
  private static boolean isSingle(double[] gaps, float limit) {
    return gaps.length > 2 && gaps[gaps.length - 2] <= limit;
  }

  /** Which column a place lies in. */
  static int column(float[] streams, float x) {
    int column = 0;
    while (column < streams.length && x > streams[column]) {
      column++;
    }
    return column;
  }
}
