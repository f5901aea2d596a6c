package dev.frostbyte.bench.safety.hidden;

import java.util.Random;

/**
 * The two texts of a specimen: words that stand in no language. Immutable.
 *
 * @param shown what a reader sees
 * @param secret what is hidden
 */
record Marks(String shown, String secret) {
  private static final String FIRST = "bdfgklmnprstvz";
  private static final String SECOND = "aeiou";

  static Marks drawn(Random random) {
    return new Marks(
        "Shown " + word(random) + " " + word(random), word(random) + " " + word(random));
  }

  /** A text of other words that may stand beside them. */
  static String filler(Random random) {
    return "Filler " + word(random) + " " + word(random) + " " + word(random);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      word.append(FIRST.charAt(random.nextInt(FIRST.length())));
      word.append(SECOND.charAt(random.nextInt(SECOND.length())));
    }
    return word.toString();
  }
}
