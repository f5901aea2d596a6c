package dev.frostbyte.parsers.web;

/**
 * The text of a style sheet as it is to be cut into rules: without comments and what addresses
 * hold, and with nothing in strings that looks like the end of a rule (CSS Syntax Level 3, 4.3).
 * Each letter is read once. One thread.
 */
final class StyleText {
  private static final String ADDRESS = "url(";

  private final String sheet;
  private final StringBuilder out;
  private int at;

  private StyleText(String sheet) {
    this.sheet = sheet;
    this.out = new StringBuilder(sheet.length());
  }

  static String plain(String sheet) {
    StyleText text = new StyleText(sheet);
    while (text.at < sheet.length()) {
      text.next();
    }
    return text.out.toString();
  }

  private void next() {
    char letter = sheet.charAt(at);
    if (sheet.startsWith("/*", at)) {
      int end = sheet.indexOf("*/", at + 2);
      at = end < 0 ? sheet.length() : end + 2;
      out.append(' ');
    } else if (sheet.startsWith("<!--", at) || sheet.startsWith("-->", at)) {
      at += letter == '<' ? 4 : 3;
      out.append(' ');
    } else if (letter == '"' || letter == '\'') {
      out.append(letter);
      at++;
      neutral(letter);
    } else if (sheet.regionMatches(true, at, ADDRESS, 0, ADDRESS.length())) {
      out.append(ADDRESS);
      at += ADDRESS.length();
      address();
    } else {
      escaped(letter);
    }
  }

  /** An address, with or without quotation marks: none of it is kept. */
  private void address() {
    while (at < sheet.length() && Character.isWhitespace(sheet.charAt(at))) {
      at++;
    }
    boolean quoted = at < sheet.length() && "\"'".indexOf(sheet.charAt(at)) >= 0;
    int start = out.length();
    char last = quoted ? sheet.charAt(at++) : ')';
    neutral(last);
    boolean closed = at <= sheet.length() && sheet.charAt(at - 1) == last;
    out.setLength(start);
    out.append(!quoted && closed ? ")" : "");
  }

  /** Up to this letter; a line that ends first ends a string. */
  private void neutral(char last) {
    boolean open = true;
    while (open && at < sheet.length()) {
      char letter = sheet.charAt(at);
      open = letter != last && (letter != '\n' || last == ')');
      if (open && letter == '\\') {
        at++;
        letter = '_';
      }
      out.append("{};".indexOf(letter) >= 0 ? '_' : letter);
      at++;
    }
  }

  /** A letter after a backslash means itself. */
  private void escaped(char letter) {
    out.append(letter);
    at++;
    if (letter == '\\' && at < sheet.length()) {
      out.append(sheet.charAt(at));
      at++;
    }
  }
}
