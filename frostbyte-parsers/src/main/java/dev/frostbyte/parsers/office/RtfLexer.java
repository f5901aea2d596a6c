package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts RTF into tokens (Rich Text Format Specification 1.9.1, "RTF syntax"). After each {@link
 * #next} the other methods describe the token. One thread; whoever opens the stream closes it.
 */
final class RtfLexer {
  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 10;

  private final InputStream in;
  private final StringBuilder word = new StringBuilder();
  private int ahead = -2;
  private boolean numbered;
  private int number;
  private int value;

  /** Kinds of tokens. */
  enum Kind {
    /** A group begins. */
    OPEN,
    /** A group ends. */
    CLOSE,
    /** A control word. */
    WORD,
    /** A control symbol. */
    SYMBOL,
    /** A byte of text. */
    BYTE,
    /** Nothing more. */
    END
  }

  RtfLexer(InputStream in) {
    this.in = in;
  }

  /** The control word. */
  String word() {
    return word.toString();
  }

  /** The number behind the control word, or what it means when it has none. */
  int number(int without) {
    return numbered ? number : without;
  }

  /** The byte, or the character of a control symbol. */
  int value() {
    return value;
  }

  Kind next() throws IOException {
    int c = read();
    while (c == '\r' || c == '\n' || c == 0) {
      c = read();
    }
    return switch (c) {
      case -1 -> Kind.END;
      case '{' -> Kind.OPEN;
      case '}' -> Kind.CLOSE;
      case '\\' -> control();
      default -> text(c);
    };
  }

  /** Leaves out bytes that are no RTF. */
  void skip(long count) throws IOException {
    for (long left = count; left > 0 && read() >= 0; left--) {
      continue;
    }
  }

  private Kind text(int c) {
    value = c;
    return Kind.BYTE;
  }

  private Kind control() throws IOException {
    int c = read();
    if (isLetter(c)) {
      return word(c);
    }
    if (c == '\'') {
      return hexadecimal();
    }
    value = c;
    return c < 0 ? Kind.END : Kind.SYMBOL;
  }

  private Kind hexadecimal() throws IOException {
    int high = Character.digit(read(), 16);
    int low = Character.digit(read(), 16);
    return text(high < 0 || low < 0 ? '?' : high * 16 + low);
  }

  private Kind word(int first) throws IOException {
    word.setLength(0);
    int c = first;
    while (isLetter(c)) {
      if (word.length() < LONGEST_WORD) {
        word.append((char) c);
      }
      c = read();
    }
    c = number(c, c == '-');
    if (c != ' ') {
      ahead = c;
    }
    return Kind.WORD;
  }

  /** Reads the number that may follow a word; the first byte behind it. */
  private int number(int first, boolean negative) throws IOException {
    int c = negative ? read() : first;
    long read = 0;
    int digits = 0;
    for (; c >= '0' && c <= '9'; c = read()) {
      read = digits++ < LONGEST_NUMBER ? read * 10 + c - '0' : read;
    }
    numbered = digits > 0;
    number = (int) Math.min(read, Integer.MAX_VALUE) * (negative ? -1 : 1);
    return c;
  }

  private int read() throws IOException {
    int c = ahead == -2 ? in.read() : ahead;
    ahead = -2;
    return c;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
