package dev.frostbyte.core.inspect;

/** Questions about code points of a folded view. */
final class Chars {
  private Chars() {}

  static boolean isDigit(int codePoint) {
    return codePoint >= '0' && codePoint <= '9';
  }

  static boolean isLetter(int codePoint) {
    return codePoint >= 'a' && codePoint <= 'z';
  }

  static boolean isWord(int codePoint) {
    return isDigit(codePoint) || isLetter(codePoint);
  }

  /** A blank or hyphen as it stands between the groups of a number. */
  static boolean parts(int codePoint) {
    return codePoint == ' ' || codePoint == '-';
  }
}
