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

  /** Share of the parts, by height, that is as high as capitals. */
  private static final float HIGH = 0.75f;

  /** Widest stroke in sizes of type. */
  private static final float STROKE = 0.17f;

  /** How far a bar reaches below the line that letters stand on; capitals do not. */
  private static final float BELOW = 0.08f;

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
    int[] bottoms = parts.stream().mapToInt(Part::bottom).sorted().toArray();
    int baseline = bottoms.length == 0 ? strip.height() : bottoms[bottoms.length / 2];
    int[] heights =
        parts.stream()
            .filter(part -> part.bottom() <= baseline + 2)
            .mapToInt(part -> baseline - part.top() + 1)
            .sorted()
            .toArray();
    float high = heights.length == 0 ? 0 : heights[(int) (HIGH * (heights.length - 1))];
    return new Strokes(parts, baseline, high / CAPITAL);
  }

  /** Whether a part is a straight stroke that reaches from capitals' height below the line. */
  boolean isBar(Part part) {
    return part.straight()
        && part.width() <= STROKE * em + 1
        && part.bottom() >= baseline + BELOW * em
        && baseline - part.top() >= 0.9f * CAPITAL * em;
  }

  /** Whether a part is a short level stroke at the height of hyphens. */
  boolean isDash(Part part) {
    float middle = baseline - (part.top() + part.bottom()) / 2f;
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
  }
}
