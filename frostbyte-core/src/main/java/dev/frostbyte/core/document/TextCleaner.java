package dev.frostbyte.core.document;

import com.ibm.icu.text.Normalizer2;
import java.util.List;

/**
 * Brings text of a block into the canonical form: NFC by ICU4J, whose Unicode version is pinned
 * with it, unpaired surrogates as U+FFFD, no control characters but line feed and tab. What is
 * shown holds no {@link UnseenRuns}.
 */
final class TextCleaner {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private TextCleaner() {}

  /** One line: every run of white space becomes one blank; no blanks at the ends. */
  static String line(String text) {
    String bare = UnseenRuns.without(controlled(text));
    return everything(bare);
  }

  /** What {@link #line} and {@link #lines} leave out because nobody sees it. */
  static List<String> unseen(String text) {
    return UnseenRuns.in(controlled(text));
  }

  /** One line as {@link #line} makes it, with what nobody sees. */
  static String everything(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); ) {
      int codePoint = wellFormed(text.codePointAt(i));
      i += Character.charCount(text.codePointAt(i));
      if (isSpace(codePoint)) {
        blank = !out.isEmpty();
      } else if (!isControl(codePoint)) {
        out.append(blank ? " " : "").appendCodePoint(codePoint);
        blank = false;
      }
    }
    return NFC.normalize(out);
  }

  /**
   * Several lines: line feeds and tabs stay, blanks at line ends go, empty lines at both ends go.
   */
  static String lines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String bare = UnseenRuns.without(controlled(text));
    for (String line : bare.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      out.append(clean(line).stripTrailing()).append('\n');
    }
    int start = 0;
    while (start < out.length() && out.charAt(start) == '\n') {
      start++;
    }
    return NFC.normalize(out.substring(start).stripTrailing());
  }

  private static String clean(String line) {
    StringBuilder out = new StringBuilder(line.length());
    line.codePoints()
        .map(TextCleaner::wellFormed)
        .filter(codePoint -> codePoint == '\t' || !isControl(codePoint))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Well-formed, without the controls that may stand between two characters nobody sees. */
  private static String controlled(String text) {
    if (text.codePoints().allMatch(it -> it == wellFormed(it) && !isLeftOut(it))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(it -> !isLeftOut(it))
        .map(TextCleaner::wellFormed)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isLeftOut(int codePoint) {
    return isControl(codePoint) && !isSpace(codePoint);
  }

  private static int wellFormed(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
        ? 0xFFFD
        : codePoint;
  }

  private static boolean isSpace(int codePoint) {
    return codePoint == ' '
        || (codePoint >= 9 && codePoint <= 13)
        || codePoint == 0x85
        || codePoint == 0xA0
        || codePoint == 0x1680
        || (codePoint >= 0x2000 && codePoint <= 0x200A)
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint == 0x202F
        || codePoint == 0x205F
        || codePoint == 0x3000;
  }

  private static boolean isControl(int codePoint) {
    return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
  }
}
