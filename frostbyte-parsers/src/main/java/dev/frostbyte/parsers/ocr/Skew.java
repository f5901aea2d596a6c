package dev.frostbyte.parsers.ocr;

import java.util.Arrays;

/**
 * How far the lines of a page are from level: the angle at which its dark pixels fall into the
 * sharpest rows (Postl, 1986; the measure is the sum of squared steps between rows). Stateless.
 */
final class Skew {
  /** Longest side on which the angle is sought, pixels. */
  private static final int LONGEST = 900;

  /** Largest angle that is found; further ones are left to the slant of the single lines. */
  private static final double MOST = Math.toRadians(6);

  private static final double COARSE = Math.toRadians(0.5);
  private static final double FINE = Math.toRadians(0.05);

  /** Less is level. */
  private static final double LEAST = Math.toRadians(0.15);

  /** Rows must be this much sharper than on the level. */
  private static final double BETTER = 1.05;

  private final int[] xs;
  private final int[] ys;
  private final int height;
  private final int reach;

  private Skew(Pixels small) {
    int threshold = Threshold.of(small);
    int[] dark = new int[small.width() * small.height()];
    int count = 0;
    for (int i = 0; i < dark.length; i++) {
      if (small.at(i % small.width(), i / small.width()) < threshold) {
        dark[count++] = i;
      }
    }
    this.xs = Arrays.stream(dark, 0, count).map(i -> i % small.width()).toArray();
    this.ys = Arrays.stream(dark, 0, count).map(i -> i / small.width()).toArray();
    this.reach = (int) (small.width() * StrictMath.tan(MOST + COARSE)) + 2;
    this.height = small.height() + 2 * reach;
  }

  /** Angle of the lines in radians, positive when they fall to the right, 0 when level. */
  static float of(Pixels page) {
    float scale = Math.min(1, (float) LONGEST / Math.max(page.width(), page.height()));
    int width = Math.max(1, Math.round(page.width() * scale));
    int height = Math.max(1, Math.round(page.height() * scale));
    Skew skew = new Skew(page.resized(width, height));
    double coarse = skew.sharpest(-MOST, MOST, COARSE);
    double fine = skew.sharpest(coarse - COARSE, coarse + COARSE, FINE);
    boolean clear = skew.sharpness(fine) > BETTER * skew.sharpness(0);
    return clear && Math.abs(fine) >= LEAST ? (float) fine : 0;
  }

  private double sharpest(double from, double to, double step) {
    double best = from;
    double most = -1;
    int steps = (int) Math.rint((to - from) / step);
    for (int i = 0; i <= steps; i++) {
      double sharpness = sharpness(from + i * step);
      if (sharpness > most) {
        most = sharpness;
        best = from + i * step;
      }
    }
    return best;
  }

  private double sharpness(double angle) {
    double slope = StrictMath.tan(angle);
    int[] rows = new int[height];
    for (int i = 0; i < xs.length; i++) {
      rows[(int) Math.floor(ys[i] - xs[i] * slope + 0.5) + reach]++;
    }
    double sum = 0;
    for (int y = 1; y < height; y++) {
      double step = rows[y] - rows[y - 1];
      sum += step * step;
    }
    return sum;
  }
}
