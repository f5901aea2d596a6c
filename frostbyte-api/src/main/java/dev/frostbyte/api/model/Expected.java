package dev.frostbyte.api.model;

/**
 * What a document holds by a count of its source that does not depend on how it was laid out, such
 * as the glyphs its pages show or the text nodes of its parts: what the extracted text is held
 * against. Immutable.
 *
 * @param characters code points that are no white space, shown or hidden; -1 when not counted
 */
public record Expected(long characters) {
  /** Nothing was counted. */
  public static final Expected UNKNOWN = new Expected(-1);

  /** Checks the count. */
  public Expected {
    if (characters < -1) {
      throw new IllegalArgumentException("a count must be -1 or more, got " + characters);
    }
  }
}
