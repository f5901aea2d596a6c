package dev.frostbyte.core.inspect;

/**
 * Cuts a folded view into words as they stand, as they stand after ROT13, or as they stand read
 * backwards.
 */
final class Tokenizer {
  private final Lexicon lexicon;

  Tokenizer(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Tokens plain(View view) {
    Tokens tokens = new Tokens(lexicon);
    StringBuilder word = new StringBuilder();
    byte pending = Tokens.LINE;
    for (int i = 0; i < view.length(); ) {
      int end = wordEnd(view, i, word);
      if (end == i) {
        pending = separate(view, i, pending, tokens);
        i++;
      } else {
        tokens.add(word.toString(), view.from(i), view.to(end - 1), pending);
        pending = Tokens.NONE;
        i = end;
      }
    }
    return tokens;
  }

  /** A word broken by a hyphen at the end of a line is one word. */
  private static int wordEnd(View view, int start, StringBuilder word) {
    word.setLength(0);
    int at = start;
    while (at < view.length()) {
      if (Character.isLetterOrDigit(view.at(at))) {
        word.appendCodePoint(view.at(at));
        at++;
      } else if (at > start
          && view.at(at) == '-'
          && view.peek(at + 1) == '\n'
          && Character.isLetter(view.peek(at + 2))) {
        at += 2;
      } else {
        break;
      }
    }
    return at;
  }

  static byte separate(View view, int at, byte pending, Tokens tokens) {
    int mark = view.at(at);
    if (mark == ':') {
      tokens.colonFollows();
    }
    boolean ends = mark == '.' || mark == '!' || mark == '?' || mark == 0x3002;
    if (ends && !Character.isLetterOrDigit(view.peek(at + 1))) {
      return Tokens.SENTENCE;
    }
    boolean line =
        mark == '\n'
            || mark == ':'
            || mark == '"'
            || mark == ';'
            || mark == ','
            || mark == '('
            || mark == '>';
    return line && pending == Tokens.NONE ? Tokens.LINE : pending;
  }

  Tokens reversed(View view) {
    View.Builder turned = new View.Builder(view.length());
    for (int i = view.length() - 1; i >= 0; i--) {
      turned.add(view.at(i), view.from(i), view.to(i));
    }
    return spanning(plain(turned.build()));
  }

  /** In a turned view the last code point of a word stands first in the text. */
  private Tokens spanning(Tokens turned) {
    Tokens tokens = new Tokens(lexicon);
    for (int i = 0; i < turned.size(); i++) {
      int start = Math.min(turned.from(i), turned.to(i) - 1);
      int end = Math.max(turned.from(i) + 1, turned.to(i));
      tokens.add(turned.classes(i), start, end, turned.breakBefore(i));
    }
    return tokens;
  }
}
