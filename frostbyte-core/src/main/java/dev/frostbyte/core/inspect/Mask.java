package dev.frostbyte.core.inspect;

/** A set of word classes of one language, at most 256, in four numbers. Immutable. */
record Mask(long first, long second, long third, long fourth) {
  private static final int NUMBERS = 4;

  /** Most classes a grammar may have. */
  static final int LIMIT = NUMBERS * Long.SIZE;

  /** Numbers a word needs for all languages. */
  static final int WIDTH = NUMBERS * Language.values().length;

  static final Mask NONE = new Mask(0, 0, 0, 0);

  static Mask of(int number) {
    long bit = 1L << number % Long.SIZE;
    return switch (number / Long.SIZE) {
      case 0 -> new Mask(bit, 0, 0, 0);
      case 1 -> new Mask(0, bit, 0, 0);
      case 2 -> new Mask(0, 0, bit, 0);
      default -> new Mask(0, 0, 0, bit);
    };
  }

  Mask or(Mask other) {
    return new Mask(
        first | other.first, second | other.second, third | other.third, fourth | other.fourth);
  }

  boolean meets(long[] classes, Language language) {
    int at = NUMBERS * language.ordinal();
    return (classes[at] & first
            | classes[at + 1] & second
            | classes[at + 2] & third
            | classes[at + 3] & fourth)
        != 0;
  }

  void addTo(long[] classes, Language language) {
    int at = NUMBERS * language.ordinal();
    classes[at] |= first;
    classes[at + 1] |= second;
    classes[at + 2] |= third;
    classes[at + 3] |= fourth;
  }
}
