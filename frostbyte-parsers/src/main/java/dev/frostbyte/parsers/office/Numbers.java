package dev.frostbyte.parsers.office;

/** Reads numbers of a file that may hold anything. */
final class Numbers {
  private static final int LONGEST = 12;

  private Numbers() {}

  /** A whole number of at most 12 characters, or the fallback. */
  static long parse(String text, long fallback) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return fallback;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  /** A whole number held between two bounds, or the fallback. */
  static int parse(String text, int fallback, int least, int most) {
    return Math.clamp(parse(text, fallback), least, most);
  }
}
