package dev.frostbyte.parsers.pdf;

/**
 * Glyphs of one line without white space between them, in the frame of the page. Immutable.
 *
 * @param baseline y of the line it stands on
 * @param size of the font, points
 * @param spaced whether a space, not only a gap, comes before it
 * @param mark as in {@link Glyph}, of its first glyph
 * @param lead characters at its start that are raised above the rest, as marks of notes are
 * @param tail characters at its end that are raised
 */
record Word(
    String text,
    Rect rect,
    float baseline,
    float size,
    FontStyle style,
    boolean spaced,
    int mark,
    int lead,
    int tail) {
  /** A word none of whose characters are raised. */
  static Word level(String text, Rect rect, float baseline, float size, FontStyle style, int mark) {
    return new Word(text, rect, baseline, size, style, true, mark, 0, 0);
  }

  /** The same word in another place. */
  Word at(Rect place) {
    return new Word(text, place, baseline, size, style, spaced, mark, lead, tail);
  }

  Word with(String other) {
    return new Word(other, rect, baseline, size, style, spaced, mark, 0, 0);
  }
}
