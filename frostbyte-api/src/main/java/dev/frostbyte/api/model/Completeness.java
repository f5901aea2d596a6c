package dev.frostbyte.api.model;

/**
 * What was expected of a document and what was extracted. Immutable.
 *
 * @param expectedCharacters by the parser's own count of the source; -1 when it has none
 * @param characters in ORIGINAL and HIDDEN, no white space counted
 * @param expectedPages pages, slides or sheets; 0 when the format has none
 * @param pages those that gave text, or something that is named as dropped
 */
public record Completeness(long expectedCharacters, long characters, int expectedPages, int pages) {
  /** Below this share a document is flagged. */
  public static final double LEAST = 0.8;

  /**
   * The smaller share of characters and pages that were extracted, 0 to 1; 1 where nothing was
   * expected.
   */
  public double ratio() {
    double byCharacters = share(characters, expectedCharacters);
    return Math.min(byCharacters, share(pages, expectedPages));
  }

  /** Whether less than {@link #LEAST} was extracted. */
  public boolean flagged() {
    return ratio() < LEAST;
  }

  private static double share(long taken, long expected) {
    return expected <= 0 ? 1 : Math.min(1, (double) taken / expected);
  }
}
