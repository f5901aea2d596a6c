package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the white streams that separate columns of lines standing one above the other. */
final class ColumnFinder {
  /** Share of the lines whose words may cross a stream: titles and notes over several columns. */
  private static final float CROSSED = 0.2f;

  private static final float STEP = 1f;

  /** Lines from which alignment counts. */
  private static final int ALIGNED_LINES = 4;

  /** How far from the edge of a stream aligned text may begin or end, points. */
  private static final float ALIGNED = 2.2f;

  private static final float ALIGNED_SHARE = 0.6f;

  /** Width of a stream beside aligned text, in font sizes. */
  private static final float NARROWEST_ALIGNED = 0.2f;

  private ColumnFinder() {}

  /**
   * Middles of the streams, from left to right.
   *
   * @param narrowest width of a stream in font sizes
   */
  static float[] streams(List<Strip> strips, Rect rect, float narrowest) {
    int[] crossed = crossed(strips, rect);
    int allowed = strips.size() < 4 ? 0 : Math.max(1, (int) (CROSSED * strips.size()));
    List<Stream> found = new ArrayList<>();
    for (int level = 0; level <= allowed; level++) {
      for (Stream stream : calm(crossed, level, rect)) {
        boolean known = found.stream().anyMatch(stream::overlaps);
        if (!known && stream.separates(strips, narrowest)) {
          found.add(stream);
        }
      }
    }
    return middles(found);
  }

  /** How many lines cover each step across. */
  private static int[] crossed(List<Strip> strips, Rect rect) {
    int steps = Math.clamp((int) Math.ceil(rect.width() / STEP), 1, 5_000);
    int[] crossed = new int[steps];
    for (Strip strip : strips) {
      boolean[] covered = covered(strip, rect, steps);
      for (int i = 0; i < steps; i++) {
        crossed[i] += covered[i] ? 1 : 0;
      }
    }
    return crossed;
  }

  private static boolean[] covered(Strip strip, Rect rect, int steps) {
    boolean[] covered = new boolean[steps];
    for (Word word : strip.words()) {
      mark(covered, rect, word.rect().left(), word.rect().right());
    }
    return covered;
  }

  private static void mark(boolean[] covered, Rect rect, float from, float to) {
    int first = Math.clamp((int) ((from - rect.left()) / STEP), 0, covered.length);
    int last = Math.clamp((int) Math.ceil((to - rect.left()) / STEP), 0, covered.length);
    for (int i = first; i < last; i++) {
      covered[i] = true;
    }
  }

  /** Stretches that no more lines than a number cross, between stretches that more do. */
  private static List<Stream> calm(int[] crossed, int level, Rect rect) {
    List<Stream> calm = new ArrayList<>();
    int from = 0;
    while (from < crossed.length) {
      int to = from;
      while (to < crossed.length && crossed[to] <= level) {
        to++;
      }
      if (from > 0 && to > from && to < crossed.length) {
        calm.add(new Stream(rect.left() + from * STEP, rect.left() + to * STEP));
      }
      from = to + 1;
    }
    return calm;
  }

  private static float[] middles(List<Stream> streams) {
    float[] middles = new float[streams.size()];
    for (int i = 0; i < middles.length; i++) {
      middles[i] = (streams.get(i).from + streams.get(i).to) / 2;
    }
    Arrays.sort(middles);
    return middles;
  }

  /** A white strip from top to bottom. */
  private record Stream(float from, float to) {
    boolean overlaps(Stream other) {
      return from < other.to && other.from < to;
    }

    /** Wide enough by itself, or with text aligned on one of its sides over several lines. */
    boolean separates(List<Strip> strips, float narrowest) {
      float size = (float) strips.stream().mapToDouble(Strip::size).average().orElse(10);
      float width = to - from;
      boolean aligned = strips.size() >= ALIGNED_LINES && isAligned(strips);
      return width >= narrowest * size || width >= NARROWEST_ALIGNED * size && aligned;
    }

    private boolean isAligned(List<Strip> strips) {
      int beside = 0;
      int atLeft = 0;
      int atRight = 0;
      for (Strip strip : strips) {
        float before = Float.NEGATIVE_INFINITY;
        float after = Float.POSITIVE_INFINITY;
        for (Word word : strip.words()) {
          before = word.rect().right() <= from + STEP ? word.rect().right() : before;
          after = word.rect().left() >= to - STEP ? Math.min(after, word.rect().left()) : after;
        }
        beside += Float.isFinite(before) && Float.isFinite(after) ? 1 : 0;
        atLeft += from - before < ALIGNED ? 1 : 0;
        atRight += after - to < ALIGNED ? 1 : 0;
      }
      return beside >= 2 && Math.max(atLeft, atRight) >= ALIGNED_SHARE * Math.max(beside, 3);
    }
  }
}
