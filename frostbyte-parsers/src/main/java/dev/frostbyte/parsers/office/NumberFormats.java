package dev.frostbyte.parsers.office;

import java.util.Locale;

/** Writes the number of a list item. */
final class NumberFormats {
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int LETTERS = 26;
  private static final int MOST_REPEATS = 50;

  private NumberFormats() {}

  /** Writes a number in a format of Word or PowerPoint; decimal where the format is another. */
  static String write(String format, long number) {
    return switch (format) {
      case "none" -> "";
      case "lowerLetter" -> letters(number);
      case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(number);
      case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
      case "decimalZero" -> number < 10 && number >= 0 ? "0" + number : "" + number;
      default -> "" + number;
    };
  }

  /** a to z, then aa, bb, as Word counts. */
  private static String letters(long number) {
    long repeats = (number - 1) / LETTERS + 1;
    if (number < 1 || repeats > MOST_REPEATS) {
      return "" + number;
    }
    char letter = (char) ('a' + (number - 1) % LETTERS);
    return String.valueOf(letter).repeat((int) repeats);
  }

  private static String roman(long number) {
    if (number < 1 || number >= 4000) {
      return "" + number;
    }
    StringBuilder roman = new StringBuilder();
    long rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      for (; rest >= VALUES[i]; rest -= VALUES[i]) {
        roman.append(ROMAN[i]);
      }
    }
    return roman.toString();
  }
}
