package dev.frostbyte.parsers.pdf;

/**
 * Glyphs of one line without white space between them, in the frame of the page. Immutable.
 *
 * @param baseline y of the line it stands on
 * @param size of the font, points
 * @param spaced whether a space, not only a gap, comes before it
 * @param mark as in {@link Glyph}, of its first glyph
 */
record Word(
    String text, Rect rect, float baseline, float size, FontStyle style, boolean spaced, int mark) {
  Word with(String other) {
    return new Word(other, rect, baseline, size, style, spaced, mark);
  }
}
