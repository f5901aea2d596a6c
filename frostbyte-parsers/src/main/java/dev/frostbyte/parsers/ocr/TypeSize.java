package dev.frostbyte.parsers.ocr;

/**
 * Estimates the size of type from a strip of text: small letters without ascenders are the band of
 * rows that holds most ink, and about half as high as the type is large. Stateless.
 */
final class TypeSize {
  /** Height of small letters in sizes of type, about the same in all common faces. */
  private static final float SMALL_LETTERS = 0.52f;

  /** Share of the blackest row's ink that a row of the band has at least. */
  private static final float BAND = 0.45f;

  private TypeSize() {}

  /** Size of the type as a share of the strip's height. */
  static float of(Pixels strip) {
    Ink ink = Ink.of(strip);
    long[] rows = new long[strip.height()];
    int blackest = 0;
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < strip.width(); x++) {
        rows[y] += Math.max(0, ink.of(strip.at(x, y)) - ink.contrast() / 4);
      }
      blackest = rows[y] > rows[blackest] ? y : blackest;
    }
    int first = 0;
    while (rows[first] < BAND * rows[blackest]) {
      first++;
    }
    int last = rows.length - 1;
    while (rows[last] < BAND * rows[blackest]) {
      last--;
    }
    return (last - first + 1) / SMALL_LETTERS / rows.length;
  }
}
