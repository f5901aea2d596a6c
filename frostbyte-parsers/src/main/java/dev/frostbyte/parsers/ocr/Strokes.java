package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the signs of a line of text in its picture, where white parts them: the line they stand
 * on, the size of the type, upright bars and level dashes, which are too plain for the model to
 * tell from letters or to count. Immutable.
 *
 * @param parts from left to right
 * @param baseline row that most of them stand on
 * @param em size of the type, pixels
 */
record Strokes(List<Part> parts, int baseline, float em) {
  /** Share of the contrast from which a pixel is ink. */
  private static final float INK = 0.35f;

  /** Height of capitals and figures in sizes of type. */
  private static final float CAPITAL = 0.72f;

  /** Depth of a bar below the line that letters stand on, as a share of its height. */
  private static final float DESCENT = 0.22f;

  /** Share of the letters, by height, from which they are as high as capitals. */
  private static final float HIGH = 0.75f;

  /** Widest stroke in sizes of type. */
  private static final float STROKE = 0.17f;

  /** How far a bar reaches below the line that letters stand on; capitals do not. */
  private static final float BELOW = 0.12f;

  /** Letters on each side that tell where the line runs, which may rise or fall a little. */
  private static final int BESIDE = 4;

  /** Shortest and longest dash that others may follow. */
  private static final float SHORTEST = 0.16f;

  private static final float LONGEST = 0.7f;

  /** Copies the list. */
  Strokes {
    parts = List.copyOf(parts);
  }

  /** Measures a picture as wide as it is on the page. */
  static Strokes of(Pixels strip) {
    Ink ink = Ink.of(strip);
    List<Part> parts = parts(strip, INK * ink.contrast(), ink);
    List<Part> letters = parts.stream().filter(part -> !part.isPlain()).toList();
    if (letters.isEmpty()) {
      int high = parts.stream().mapToInt(Part::height).max().orElse(strip.height());
      int low = parts.stream().mapToInt(Part::bottom).max().orElse(strip.height());
      return new Strokes(parts, low - Math.round(DESCENT * high), high);
    }
    int[] bottoms = letters.stream().mapToInt(Part::bottom).sorted().toArray();
    int baseline = bottoms[bottoms.length / 2];
    int[] heights =
        letters.stream()
            .filter(part -> part.bottom() <= baseline + 2)
            .mapToInt(part -> baseline - part.top() + 1)
            .sorted()
            .toArray();
    return new Strokes(parts, baseline, heights[(int) (HIGH * (heights.length - 1))] / CAPITAL);
  }

  /** Whether a part is a straight stroke that reaches from capitals' height below the line. */
  boolean isBar(Part part) {
    return part.straight()
        && part.width() <= STROKE * em + 1
        && part.bottom() >= baseline(part) + BELOW * em
        && baseline(part) - part.top() >= 0.9f * CAPITAL * em;
  }

  /** Row that the letters beside a part stand on. */
  private int baseline(Part part) {
    List<Part> letters = parts.stream().filter(it -> !it.isPlain()).toList();
    int at = 0;
    while (at < letters.size() && letters.get(at).from() < part.from()) {
      at++;
    }
    int[] bottoms =
        letters.subList(Math.max(0, at - BESIDE), Math.min(letters.size(), at + BESIDE)).stream()
            .mapToInt(Part::bottom)
            .sorted()
            .toArray();
    return bottoms.length == 0 ? baseline : bottoms[bottoms.length / 2];
  }

  /** Whether a part is a short level stroke at the height of hyphens. */
  boolean isDash(Part part) {
    float middle = baseline(part) - (part.top() + part.bottom()) / 2f;
    return part.height() <= STROKE * em + 1
        && part.width() >= SHORTEST * em
        && part.width() <= LONGEST * em
        && part.width() > part.height()
        && middle > 0.1f * em
        && middle < 0.5f * em;
  }

  private static List<Part> parts(Pixels strip, float least, Ink ink) {
    List<Part> parts = new ArrayList<>();
    int from = -1;
    for (int x = 0; x <= strip.width(); x++) {
      boolean inked = x < strip.width() && top(strip, x, least, ink) >= 0;
      if (inked && from < 0) {
        from = x;
      } else if (!inked && from >= 0) {
        parts.add(part(strip, from, x, least, ink));
        from = -1;
      }
    }
    return parts;
  }

  /** Highest row with ink in a column, -1 without. */
  private static int top(Pixels strip, int x, float least, Ink ink) {
    for (int y = 0; y < strip.height(); y++) {
      if (ink.of(strip.at(x, y)) >= least) {
        return y;
      }
    }
    return -1;
  }

  private static Part part(Pixels strip, int from, int to, float least, Ink ink) {
    float[] middles = new float[strip.height()];
    Arrays.fill(middles, Float.NaN);
    int top = strip.height();
    int bottom = -1;
    for (int y = 0; y < strip.height(); y++) {
      middles[y] = middle(strip, from, to, y, least, ink);
      top = Float.isNaN(middles[y]) ? top : Math.min(top, y);
      bottom = Float.isNaN(middles[y]) ? bottom : y;
    }
    return new Part(from, to, top, bottom, isStraight(middles, top, bottom));
  }

  /** Middle of the ink of one row, NaN without. */
  private static float middle(Pixels strip, int from, int to, int y, float least, Ink ink) {
    float weight = 0;
    float sum = 0;
    for (int x = from; x < to; x++) {
      float dark = ink.of(strip.at(x, y));
      weight += dark >= least ? dark : 0;
      sum += dark >= least ? dark * x : 0;
    }
    return weight > 0 ? sum / weight : Float.NaN;
  }

  /** Upright without a break; the ends are rounded. */
  private static boolean isStraight(float[] middles, int top, int bottom) {
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    for (int y = top; y <= bottom; y++) {
      if (Float.isNaN(middles[y])) {
        return false;
      }
      least = Math.min(least, middles[y]);
      most = Math.max(most, middles[y]);
    }
    return most - least <= 1.5f;
  }

  /**
   * Ink between two white columns.
   *
   * @param from first column
   * @param to column behind the last
   * @param top first row with ink
   * @param bottom last row with ink
   * @param straight whether it is one upright stroke
   */
  record Part(int from, int to, int top, int bottom, boolean straight) {
    int width() {
      return to - from;
    }

    int height() {
      return bottom - top + 1;
    }

    float middle() {
      return (from + to) / 2f;
    }

    /** Whether it may be a dash in a line of some height, of whose type nothing is known. */
    boolean isDash(int line) {
      float middle = (top + bottom) / 2f;
      return height() * 6 < line
          && width() * 8 > line
          && width() < line
          && width() > height()
          && middle > 0.3f * line
          && middle < 0.75f * line;
    }

    /** Whether it may be a bar in such a line. */
    boolean isUpright(int line) {
      return straight && height() * 3 > 2 * line && width() * 6 < line;
    }

    /** Nothing but a stroke, upright or level: no letter to measure a line by. */
    private boolean isPlain() {
      return straight && (width() * 4 < height() || height() < width());
    }
  }
}
