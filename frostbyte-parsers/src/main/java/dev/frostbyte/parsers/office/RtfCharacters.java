package dev.frostbyte.parsers.office;

/** Characters that RTF writes as words and symbols (RTF 1.9.1, "Special characters"). */
final class RtfCharacters {
  private RtfCharacters() {}

  /** The character of a control word; empty for a word that is none. */
  static String of(String word) {
    return switch (word) {
      case "tab" -> "\t";
      case "line", "lbr" -> "\n";
      case "emdash" -> "\u2014";
      case "endash" -> "\u2013";
      case "emspace" -> "\u2003";
      case "enspace" -> "\u2002";
      case "qmspace" -> "\u2005";
      case "lquote" -> "\u2018";
      case "rquote" -> "\u2019";
      case "ldblquote" -> "\u201c";
      case "rdblquote" -> "\u201d";
      case "bullet" -> "\u2022";
      case "zwj" -> "\u200d";
      case "zwnj" -> "\u200c";
      case "ltrmark" -> "\u200e";
      case "rtlmark" -> "\u200f";
      default -> "";
    };
  }

  /** The text of a control symbol; empty for one that has none, such as the optional hyphen. */
  static String of(char symbol) {
    return switch (symbol) {
      case '\\', '{', '}' -> String.valueOf(symbol);
      case '~' -> "\u00a0";
      case '_' -> "\u2011";
      case '\t' -> "\t";
      default -> "";
    };
  }
}
