package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a unit that fits no chunk: after a sentence or line, else between words, else between code
 * points. Borders are found by rules of its own, so that they are the same on every JDK and locale.
 */
final class Splitter {
  private final int[] text;
  private final Budget budget;

  Splitter(CodePoints text, Budget budget) {
    this.text = text.text().codePoints().toArray();
    this.budget = budget;
  }

  /**
   * Pieces in order that each fit and together hold everything but the white space between them.
   */
  List<Unit> split(Unit unit) {
    List<Unit> pieces = new ArrayList<>();
    int start = skipSpace(unit.start(), unit.end());
    while (start < unit.end()) {
      int end = cut(unit, start);
      pieces.add(unit.piece(start, trimmed(start, end)));
      start = skipSpace(end, unit.end());
    }
    return pieces;
  }

  int skipSpace(int from, int to) {
    int at = from;
    while (at < to && isSpace(text[at])) {
      at++;
    }
    return at;
  }

  int trimmed(int from, int to) {
    int at = to;
    while (at > from && isSpace(text[at - 1])) {
      at--;
    }
    return at;
  }

  private int cut(Unit unit, int start) {
    if (fits(unit, start, unit.end())) {
      return unit.end();
    }
    int most = largest(unit, start, Math.min(unit.end(), start + budget.sizes().soft()));
    int sentence = border(start, most, true);
    int word = sentence > start ? sentence : border(start, most, false);
    return word > start && fits(unit, start, word) ? word : most;
  }

  /** The longest end that fits, at least one code point on. */
  private int largest(Unit unit, int start, int most) {
    int low = start + 1;
    int high = most;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean fits = fits(unit, start, middle);
      low = fits ? middle : low;
      high = fits ? high : middle - 1;
    }
    return low;
  }

  private boolean fits(Unit unit, int start, int end) {
    return budget.fits(start, end, unit.headings(), unit.context());
  }

  /** The last border in the range, not in its first quarter; the start when there is none. */
  private int border(int start, int end, boolean sentence) {
    for (int at = end; at > start + (end - start) / 4; at--) {
      boolean border =
          sentence
              ? endsSentence(at)
              : at < text.length && isSpace(text[at]) || isSpace(text[at - 1]);
      if (border) {
        return at;
      }
    }
    return start;
  }

  private boolean endsSentence(int at) {
    if (text[at - 1] == '\n') {
      return true;
    }
    boolean ideographic =
        text[at - 1] == 0x3002 || text[at - 1] == 0xFF01 || text[at - 1] == 0xFF1F;
    return ideographic || isSpace(text[at - 1]) && at >= 2 && closesSentence(at - 2);
  }

  private boolean closesSentence(int at) {
    int mark = at;
    while (mark > 0 && isCloser(text[mark])) {
      mark--;
    }
    return text[mark] == '.' || text[mark] == '!' || text[mark] == '?' || text[mark] == 0x2026;
  }

  private static boolean isCloser(int codePoint) {
    return codePoint == '"'
        || codePoint == '\''
        || codePoint == ')'
        || codePoint == ']'
        || codePoint == 0x201D
        || codePoint == 0x201C
        || codePoint == 0xBB
        || codePoint == 0x2019;
  }

  static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
