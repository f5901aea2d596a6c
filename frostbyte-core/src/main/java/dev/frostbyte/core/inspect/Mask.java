package dev.frostbyte.core.inspect;

/** A set of word classes of one language, at most 128. Immutable. */
record Mask(long low, long high) {
  /** Most classes a grammar may have. */
  static final int LIMIT = 2 * Long.SIZE;

  /** Numbers a word needs for all languages. */
  static final int WIDTH = 2 * Language.values().length;

  static final Mask NONE = new Mask(0, 0);

  static Mask of(int number) {
    return number < Long.SIZE ? new Mask(1L << number, 0) : new Mask(0, 1L << (number - Long.SIZE));
  }

  Mask or(Mask other) {
    return new Mask(low | other.low, high | other.high);
  }

  boolean meets(long[] classes, Language language) {
    int at = 2 * language.ordinal();
    return (classes[at] & low) != 0 || (classes[at + 1] & high) != 0;
  }

  void addTo(long[] classes, Language language) {
    int at = 2 * language.ordinal();
    classes[at] |= low;
    classes[at + 1] |= high;
  }
}
