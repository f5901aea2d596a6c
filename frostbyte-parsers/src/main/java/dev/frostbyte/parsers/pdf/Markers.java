package dev.frostbyte.parsers.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs at the start of list items, and numbering of headings. */
final class Markers {
  private static final Pattern BULLET =
      Pattern.compile("[•◦▪▫‣⁃●○■□◆◇➢➤►▶✓✔❖·∙\uf0b7\uf0a7\uf076\uf0d8]|[-–—*]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\(?(?:\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,4}[.)]|\\[\\d{1,3}\\]");
  private static final Pattern SECTION =
      Pattern.compile("^(?:(\\d{1,2}(?:\\.\\d{1,2}){0,5})\\.?|([IVX]{1,5}|[A-Z])\\.)\\s+\\p{L}.*");

  private static final Pattern LAST_COUNT =
      Pattern.compile("([(\\[]?(?:\\d{1,2}\\.)*)(\\d{1,3}|[A-Za-z])([.)\\]])");

  private Markers() {}

  /** Whether a word can begin a list item. */
  static boolean isMarker(String word) {
    return isBullet(word) || NUMBER.matcher(word).matches();
  }

  static boolean isBullet(String word) {
    return BULLET.matcher(word).matches();
  }

  /** Whether a text ends with a mark after which something new may begin. */
  static boolean endsSentence(String text) {
    return ".:;!?".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whether one number or letter follows the other, as {@code 2.} follows {@code 1.}. */
  static boolean areNeighbours(String one, String other) {
    Matcher first = LAST_COUNT.matcher(one);
    Matcher second = LAST_COUNT.matcher(other);
    if (!first.matches() || !second.matches()) {
      return false;
    }
    boolean alike =
        first.group(1).equals(second.group(1)) && first.group(3).equals(second.group(3));
    return alike && count(second.group(2)) == count(first.group(2)) + 1;
  }

  /**
   * Numbers count as such, single letters by their place in the alphabet, in ranges of their own.
   */
  private static int count(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : 10_000 + written.charAt(0);
  }

  /** Depth of a section number such as 2.1 at the start of a text, 0 when there is none. */
  static int sectionDepth(String text) {
    Matcher matcher = SECTION.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    String digits = matcher.group(1);
    return digits == null ? 1 : (int) digits.chars().filter(c -> c == '.').count() + 1;
  }
}
