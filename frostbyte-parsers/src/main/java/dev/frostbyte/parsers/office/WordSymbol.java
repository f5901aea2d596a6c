package dev.frostbyte.parsers.office;

/** Reads characters of symbol fonts. */
final class WordSymbol {
  private WordSymbol() {}

  /** The character of a number; the private ones have no meaning outside their font. */
  static String of(String hex) {
    if (!hex.matches("[0-9A-Fa-f]{1,6}")) {
      return "";
    }
    int codePoint = Integer.parseInt(hex, 16);
    boolean known = Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint);
    boolean readable = known && Character.getType(codePoint) != Character.PRIVATE_USE;
    return readable && Character.getType(codePoint) != Character.SURROGATE
        ? Character.toString(codePoint)
        : "•";
  }
}
