package dev.frostbyte.parsers.web;

/** What of the text collected for a block is kept. */
final class PageWords {
  private PageWords() {}

  /** Running text: no blanks at line ends. */
  static String tidy(StringBuilder text) {
    return text.toString().replace(" \n", "\n").replace("\n ", "\n").strip();
  }

  /** Text with its blanks and lines, but for an empty one at either end. */
  static String asIs(StringBuilder text) {
    String all = text.toString().stripTrailing();
    return all.startsWith("\n") ? all.substring(1) : all;
  }

  static boolean isBlank(StringBuilder text) {
    return text.chars().allMatch(Character::isWhitespace);
  }
}
