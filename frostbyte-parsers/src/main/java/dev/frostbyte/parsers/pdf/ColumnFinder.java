package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    float size = (float) strips.stream().mapToDouble(Strip::size).average().orElse(10);
    List<Stream> found = new ArrayList<>();
    Set<Stream> passedOver = new HashSet<>();
    for (int level = 0; level <= allowed; level++) {
      for (Stream stream : calm(crossed, level, rect)) {
        boolean known = passedOver.contains(stream) || found.stream().anyMatch(stream::overlaps);
        if (!known && stream.separates(strips, size, narrowest)) {
          found.add(stream);
        } else if (!known) {
          passedOver.add(stream);
        }
      }
    }
    return middles(found);
  }

  /** How many lines cover each step across. */
  private static int[] crossed(List<Strip> strips, Rect rect) {
    int steps = Math.clamp((int) Math.ceil(rect.width() / STEP), 1, 5_000);
    int[] changes = new int[steps + 1];
    for (Strip strip : strips) {
      cover(changes, strip, rect);
    }
    int[] crossed = new int[steps];
    int lines = 0;
    for (int i = 0; i < steps; i++) {
      lines += changes[i];
      crossed[i] = lines;
    }
    return crossed;
  }

  /** Notes where a line begins and where it ceases to cover steps. */
  private static void cover(int[] changes, Strip strip, Rect rect) {
    int steps = changes.length - 1;
    int reached = 0;
    List<Word> words = new ArrayList<>(strip.words());
    words.sort(Comparator.comparingDouble(word -> word.rect().left()));
    for (Word word : words) {
      int first = Math.clamp((int) ((word.rect().left() - rect.left()) / STEP), reached, steps);
      int last =
          Math.clamp((int) Math.ceil((word.rect().right() - rect.left()) / STEP), first, steps);
      changes[first]++;
      changes[last]--;
      reached = last;
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
    boolean separates(List<Strip> strips, float size, float narrowest) {
      float width = to - from;
      return width >= narrowest * size
          || width >= NARROWEST_ALIGNED * size
              && strips.size() >= ALIGNED_LINES
              && isAligned(strips);
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
