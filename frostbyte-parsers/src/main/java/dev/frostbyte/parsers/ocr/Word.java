package dev.frostbyte.parsers.ocr;

/**
 * A word of a line. Immutable.
 *
 * @param from where it begins, as a share of the line's width
 * @param to where it ends
 */
record Word(String text, float from, float to) {
  /** Says how long it is, never what it says. */
  @Override
  public String toString() {
    return "Word(" + text.length() + " chars)";
  }
}
