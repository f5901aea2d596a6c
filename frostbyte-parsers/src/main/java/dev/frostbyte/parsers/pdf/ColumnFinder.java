package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
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
    int steps = Math.clamp((int) Math.ceil(rect.width() / STEP), 1, 5_000);
    int[] crossed = new int[steps];
    for (Strip strip : strips) {
      boolean[] covered = covered(strip, rect, steps);
      for (int i = 0; i < steps; i++) {
        crossed[i] += covered[i] ? 1 : 0;
      }
    }
    int allowed = strips.size() < 4 ? 0 : Math.max(1, (int) (CROSSED * strips.size()));
    return middles(strips, crossed, allowed, rect, narrowest);
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

  /** Streams are where few lines cross; a stream ends where more cross than are allowed. */
  private static float[] middles(
      List<Strip> strips, int[] crossed, int allowed, Rect rect, float narrowest) {
    List<Float> middles = new ArrayList<>();
    int from = 0;
    while (from < crossed.length) {
      int to = from;
      while (to < crossed.length && crossed[to] <= allowed) {
        to++;
      }
      if (from > 0 && to > from && to < crossed.length) {
        Stream stream = calmest(crossed, from, to, rect);
        if (stream.separates(strips, narrowest)) {
          middles.add((stream.from + stream.to) / 2);
        }
      }
      from = to + 1;
    }
    float[] result = new float[middles.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = middles.get(i);
    }
    return result;
  }

  /** The part of a stream that fewest lines cross. */
  private static Stream calmest(int[] crossed, int from, int to, Rect rect) {
    int least = Integer.MAX_VALUE;
    for (int i = from; i < to; i++) {
      least = Math.min(least, crossed[i]);
    }
    int first = from;
    while (crossed[first] != least) {
      first++;
    }
    int last = first;
    while (last + 1 < to && crossed[last + 1] == least) {
      last++;
    }
    return new Stream(rect.left() + first * STEP, rect.left() + (last + 1) * STEP);
  }

  /** A white strip from top to bottom. */
  private record Stream(float from, float to) {
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
