package dev.frostbyte.parsers.internal;

import java.util.regex.Pattern;

/**
 * Tells what was written for people, in properties that mostly hold dates, ids, numbers and
 * addresses. Stateless.
 */
public final class Prose {
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2}\\s++\\p{L}{2}");

  private Prose() {}

  /** Whether a text has two words in a row. */
  public static boolean isIn(String text) {
    return WORDS.matcher(text).find();
  }
}
