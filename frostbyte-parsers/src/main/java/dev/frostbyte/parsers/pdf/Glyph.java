package dev.frostbyte.parsers.pdf;

/**
 * One painted glyph in the frame of its own direction: x grows along the text. Immutable.
 *
 * @param text what it stands for; blank for a space
 * @param x start on the baseline
 * @param y baseline
 * @param width advance, never negative
 * @param size of the font in points as displayed
 * @param turns see {@link Frame}
 * @param tilted whether the text runs in none of the four directions
 * @param order when it was painted, counted with fills and images
 * @param mark marked-content id, {@link #UNMARKED} or {@link #ARTIFACT}
 */
record Glyph(
    String text,
    float x,
    float y,
    float width,
    float size,
    int turns,
    boolean tilted,
    FontStyle style,
    Ink ink,
    int order,
    int mark) {
  /** Mark of a glyph outside all marked content. */
  static final int UNMARKED = -1;

  /**
   * Mark of a glyph the author declared to be no content: page numbers, running titles, ornaments.
   */
  static final int ARTIFACT = -2;

  /** Height above the baseline in font sizes. */
  static final float ASCENT = 0.78f;

  /** Depth below the baseline in font sizes. */
  static final float DESCENT = 0.22f;

  Glyph with(String otherText, float otherWidth) {
    return new Glyph(otherText, x, y, otherWidth, size, turns, tilted, style, ink, order, mark);
  }

  float end() {
    return x + width;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  Rect rect() {
    return new Rect(x, y - ASCENT * size, x + width, y + DESCENT * size);
  }
}
