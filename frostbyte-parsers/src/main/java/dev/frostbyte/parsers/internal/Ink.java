package dev.frostbyte.parsers.internal;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/**
 * Counts the characters of a source that a canonical text should hold: code points that are no
 * white space and no control, composed (NFC) as that text is. Stateless.
 */
public final class Ink {
  /** Below it nothing is composed with anything. */
  private static final int FIRST_MARK = 0x300;

  private Ink() {}

  /** All signs. */
  public static long of(CharSequence text) {
    return count(text, Ink::isInk);
  }

  /**
   * Letters and digits alone, for formats whose other signs are syntax as often as text. The text
   * holds more; so does what is read of it.
   */
  public static long words(CharSequence text) {
    return count(text, Character::isLetterOrDigit);
  }

  private static long count(CharSequence text, IntPredicate counts) {
    boolean plain = text.chars().allMatch(letter -> letter < FIRST_MARK);
    CharSequence composed = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.codePoints().filter(counts).count();
  }

  private static boolean isInk(int point) {
    boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
    return !space && !Character.isISOControl(point);
  }
}
