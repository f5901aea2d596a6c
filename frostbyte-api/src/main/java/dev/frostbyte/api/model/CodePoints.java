package dev.frostbyte.api.model;

/**
 * Reads a string by code points in constant time per look-up once built; strings without surrogates
 * cost nothing. Immutable.
 */
public final class CodePoints {
  private static final int STEP = 64;

  private final String text;
  private final int length;
  private final int[] marks;

  private CodePoints(String text) {
    this.text = text;
    this.length = text.codePointCount(0, text.length());
    this.marks = length == text.length() ? new int[0] : marks(text, length);
  }

  /** An index over this text. */
  public static CodePoints of(String text) {
    return new CodePoints(text);
  }

  /** Number of code points. */
  public int length() {
    return length;
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Index into the string of a code point position, which may be the length. */
  public int charIndex(int position) {
    if (marks.length == 0) {
      return position;
    }
    int mark = position / STEP;
    return text.offsetByCodePoints(marks[mark], position - mark * STEP);
  }

  /** Code point position of an index into the string. */
  public int position(int charIndex) {
    if (marks.length == 0) {
      return charIndex;
    }
    int mark = java.util.Arrays.binarySearch(marks, charIndex);
    int from = mark >= 0 ? mark : -mark - 2;
    return from * STEP + text.codePointCount(marks[from], charIndex);
  }

  /** The slice {@code [start, end)} in code points. */
  public String slice(int start, int end) {
    return text.substring(charIndex(start), charIndex(end));
  }

  private static int[] marks(String text, int length) {
    int[] marks = new int[length / STEP + 1];
    int at = 0;
    for (int mark = 0; mark < marks.length; mark++) {
      marks[mark] = at;
      at = mark + 1 < marks.length ? text.offsetByCodePoints(at, STEP) : at;
    }
    return marks;
  }
}
