package dev.frostbyte.parsers.ocr;

/** The brightness that parts dark from light best (Otsu, 1979). Stateless. */
final class Threshold {
  private Threshold() {}

  /** Pixels below it are dark. */
  static int of(Pixels picture) {
    long[] counts = new long[256];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        counts[picture.at(x, y)]++;
      }
    }
    return between(counts);
  }

  private static int between(long[] counts) {
    long all = 0;
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      total += i * counts[i];
    }
    long below = 0;
    long sum = 0;
    double widest = -1;
    int best = counts.length / 2;
    for (int i = 0; i < counts.length - 1; i++) {
      below += counts[i];
      sum += i * counts[i];
      double variance = variance(below, sum, all - below, total - sum);
      best = variance > widest ? i + 1 : best;
      widest = Math.max(widest, variance);
    }
    return best;
  }

  /** Of the means of two classes, given by their counts and sums. */
  private static double variance(double dark, double darkSum, double light, double lightSum) {
    double apart = dark == 0 || light == 0 ? 0 : darkSum / dark - lightSum / light;
    return dark * light * apart * apart;
  }
}
