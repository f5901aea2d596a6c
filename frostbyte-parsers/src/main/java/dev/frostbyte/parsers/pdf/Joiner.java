package dev.frostbyte.parsers.pdf;

import java.util.List;

/** Joins lines into running text. */
final class Joiner {
  private Joiner() {}

  static String joined(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      append(text, line);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String line) {
    if (text.isEmpty()) {
      text.append(line);
    } else if (isHyphenated(text, line)) {
      text.setLength(isCompound(text) ? text.length() : text.length() - 1);
      text.append(line);
    } else if (isUnspaced(text, line)) {
      text.append(line);
    } else {
      text.append(' ').append(line);
    }
  }

  /** A word cut at the end of a line: a letter, a hyphen, and a small letter on the next line. */
  private static boolean isHyphenated(StringBuilder text, String line) {
    int length = text.length();
    if (length < 3 || line.isEmpty()) {
      return false;
    }
    char last = text.charAt(length - 1);
    boolean hyphen = last == '-' || last == '\u2010' || last == '\u00ad';
    return hyphen
        && Character.isLowerCase(text.charAt(length - 2))
        && Character.isLetter(text.charAt(length - 3))
        && Character.isLowerCase(line.charAt(0));
  }

  /** A hyphen after another sign in the same word, as in paths and options, is part of the word. */
  private static boolean isCompound(StringBuilder text) {
    int start = text.lastIndexOf(" ") + 1;
    return text.substring(start, text.length() - 1)
        .chars()
        .anyMatch(c -> c == '-' || c == '/' || c == '_' || c == '.');
  }

  /** Chinese and Japanese have no blanks between words. */
  private static boolean isUnspaced(StringBuilder text, String line) {
    return !line.isEmpty()
        && isIdeographic(text.codePointBefore(text.length()))
        && isIdeographic(line.codePointAt(0));
  }

  private static boolean isIdeographic(int point) {
    return Character.isIdeographic(point) || point >= 0x3000 && point <= 0x30ff;
  }
}
