package dev.frostbyte.parsers.ocr;

/**
 * What is ink and what is paper in a picture of text: paper is the brightness most of it has, be it
 * light or dark. Immutable.
 *
 * @param paper mean brightness of the paper
 * @param mark mean brightness of the ink
 */
record Ink(int paper, int mark) {
  static Ink of(Pixels picture) {
    int threshold = Threshold.of(picture);
    long[] sums = new long[2];
    int[] counts = new int[2];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int light = picture.at(x, y) < threshold ? 0 : 1;
        sums[light] += picture.at(x, y);
        counts[light]++;
      }
    }
    int dark = (int) (sums[0] / Math.max(1, counts[0]));
    int light = (int) (sums[1] / Math.max(1, counts[1]));
    return counts[0] > counts[1] ? new Ink(dark, light) : new Ink(light, dark);
  }

  /** How far a brightness is from the paper towards the ink; negative beyond the paper. */
  int of(int brightness) {
    return paper > mark ? paper - brightness : brightness - paper;
  }

  int contrast() {
    return Math.max(1, Math.abs(paper - mark));
  }
}
