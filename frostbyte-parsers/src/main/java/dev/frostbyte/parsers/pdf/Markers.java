package dev.frostbyte.parsers.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs at the start of list items, and numbering of headings. */
final class Markers {
  private static final Pattern BULLET =
      Pattern.compile("[•◦▪▫‣⁃●○■□◆◇➢➤►▶✓✔❖·∙\uf0b7\uf0a7\uf076\uf0d8]|[-–—*]");
  private static final Pattern NUMBER =
      Pattern.compile("\\(?(?:\\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\\[\\d{1,3}\\]");
  private static final Pattern SECTION =
      Pattern.compile("^(?:(\\d{1,2}(?:\\.\\d{1,2}){0,5})\\.?|([IVX]{1,5}|[A-Z])\\.)\\s+\\p{L}.*");

  private Markers() {}

  /** Whether a word can begin a list item. */
  static boolean isMarker(String word) {
    return isBullet(word) || NUMBER.matcher(word).matches();
  }

  static boolean isBullet(String word) {
    return BULLET.matcher(word).matches();
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
