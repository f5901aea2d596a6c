package dev.frostbyte.audit;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.Arrays;

/**
 * A place in the bytes of a leaf. What is taken is passed over; where something else stands the
 * answer is false and the place no longer means anything. One thread.
 */
final class LeafCursor {
  /** What stands behind the end. */
  static final int PAST = -1;

  private static final long LARGEST_EXACT = (1L << 53) - 1;
  private static final int MOST_DIGITS = 16;
  private static final int[] MOST = {23, 59, 59};

  private byte[] bytes = new byte[0];
  private int at;

  void begin(byte[] leaf) {
    bytes = leaf;
    at = 0;
  }

  int position() {
    return at;
  }

  boolean ended() {
    return at == bytes.length;
  }

  /** The next byte, as it is read when it is ASCII. */
  int peek() {
    return at < bytes.length ? bytes[at] & 0xff : PAST;
  }

  void skip() {
    at++;
  }

  boolean take(char expected) {
    boolean there = peek() == expected;
    at += there ? 1 : 0;
    return there;
  }

  /** Passes over exactly these bytes, or stays. */
  boolean take(byte[] expected) {
    int end = at + expected.length;
    boolean there =
        end <= bytes.length && Arrays.equals(bytes, at, end, expected, 0, expected.length);
    at = there ? end : at;
    return there;
  }

  String string(int start, int length) {
    return new String(bytes, start, length, StandardCharsets.US_ASCII);
  }

  /** A pseudonym: {@code [a-z0-9_-]{1,most}}. */
  boolean name(int most) {
    int start = at;
    for (int c = peek(); isLower(c) || isDigit(c) || c == '_' || c == '-'; c = peek()) {
      at++;
    }
    return within(start, most);
  }

  /** {@code [a-zA-Z]{1,most}}. */
  boolean letters(int most) {
    int start = at;
    for (int c = peek(); isLower(c) || c >= 'A' && c <= 'Z'; c = peek()) {
      at++;
    }
    return within(start, most);
  }

  private boolean within(int start, int most) {
    return at > start && at - start <= most;
  }

  /** Whether the letters from one position, -1 for none, sort before those from another. */
  boolean isAfter(int before, int key) {
    if (before < 0) {
      return true;
    }
    int end = before;
    while (bytes[end] != '"') {
      end++;
    }
    return Arrays.compare(bytes, before, end, bytes, key, at) < 0;
  }

  /** A quoted string of printable ASCII in which only quotation mark and backslash are escaped. */
  boolean text(int most) {
    int characters = 0;
    at++;
    while (peek() != '"') {
      boolean escaped = take('\\');
      int c = peek();
      if (escaped != (c == '"' || c == '\\') || c < ' ' || c > '~') {
        return false;
      }
      at++;
      characters++;
    }
    at++;
    return characters <= most;
  }

  /** A whole number within 2^53 - 1, in its shortest spelling. */
  boolean number() {
    boolean negative = take('-');
    int start = at;
    long value = 0;
    while (isDigit(peek()) && at - start < MOST_DIGITS) {
      value = 10 * value + peek() - '0';
      at++;
    }
    boolean whole = at > start && !isDigit(peek()) && value <= LARGEST_EXACT;
    return whole && (bytes[start] != '0' || at - start == 1 && !negative);
  }

  /** Lower-case hexadecimal digits. */
  boolean hex(int digits) {
    int end = at + digits;
    while (at < end && isHex(peek())) {
      at++;
    }
    return at == end;
  }

  /** RFC 9562 section 4, lower case. */
  boolean uuid() {
    return hex(8) && take('-') && hex(4) && take('-') && hex(4) && take('-') && hex(4) && take('-')
        && hex(12);
  }

  /** {@code 2026-03-01T08:00:00.120Z}: a time that exists, years 0 to 9999, no leap second. */
  boolean time() {
    int year = digits(4);
    int month = take('-') ? digits(2) : PAST;
    int day = take('-') ? digits(2) : PAST;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      return false;
    }
    char before = 'T';
    for (int most : MOST) {
      int part = take(before) ? digits(2) : PAST;
      if (part < 0 || part > most) {
        return false;
      }
      before = ':';
    }
    return take('.') && digits(3) >= 0 && take('Z');
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> Year.isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** So many decimal digits; negative when there are less. */
  private int digits(int number) {
    int value = 0;
    for (int i = 0; i < number; i++) {
      if (!isDigit(peek())) {
        return PAST;
      }
      value = 10 * value + peek() - '0';
      at++;
    }
    return value;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isHex(int c) {
    return isDigit(c) || c >= 'a' && c <= 'f';
  }
}
