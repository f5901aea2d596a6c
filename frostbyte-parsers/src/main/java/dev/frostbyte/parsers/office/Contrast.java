package dev.frostbyte.parsers.office;

/** Whether text stands out from what is behind it. */
final class Contrast {
  static final int WHITE = 0xffffff;

  /**
   * Below this contrast ratio (WCAG 2.2, 1 to 21) nobody reads a text; 3 is the least for large
   * text.
   */
  private static final double UNREADABLE = 1.2;

  private Contrast() {}

  /** Whether a colour cannot be told from its background; both are 0xRRGGBB. */
  static boolean unreadable(int colour, int background) {
    double one = luminance(colour);
    double other = luminance(background);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < UNREADABLE;
  }

  /** A colour as six hexadecimal digits, or the fallback for anything else, such as auto. */
  static int colour(String hex, int fallback) {
    if (!hex.matches("[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")) {
      return fallback;
    }
    return Integer.parseInt(hex.substring(hex.length() - 6), 16);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
