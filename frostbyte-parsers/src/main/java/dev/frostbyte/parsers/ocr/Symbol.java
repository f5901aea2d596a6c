package dev.frostbyte.parsers.ocr;

/**
 * A character that was read. Immutable.
 *
 * @param text one character of the model's dictionary
 * @param confidence probability the model gives it, 0 to 1
 * @param from where it begins in the strip it was read from, pixels
 * @param to where it ends
 */
record Symbol(String text, float confidence, float from, float to) {
  boolean isSpace() {
    return text.isBlank();
  }

  float middle() {
    return (from + to) / 2;
  }

  Symbol moved(float by) {
    return new Symbol(text, confidence, from + by, to + by);
  }

  /** The same character, read on for a step. */
  Symbol longer(float chance, float end) {
    return new Symbol(text, Math.max(confidence, chance), from, end);
  }

  /** Says nothing of the text. */
  @Override
  public String toString() {
    return "Symbol(" + confidence + ")";
  }
}
