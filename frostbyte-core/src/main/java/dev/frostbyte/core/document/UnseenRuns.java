package dev.frostbyte.core.document;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts what a text shows from characters nobody sees that no script needs where they stand: tag
 * characters outside the flags of regions, and three and more default-ignorable code points
 * (Unicode, Default_Ignorable_Code_Point) in a row. Embeddings and isolates, which come in pairs,
 * stay up to eight at one place. What is kept holds no such run again. One thread.
 */
final class UnseenRuns {
  /** Scripts and emoji need two at one place: a selector and a joiner. */
  private static final int MOST = 2;

  private static final int MOST_PAIRED = 8;
  private static final int FIRST_IGNORABLE = 0xAD;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int CANCEL_TAG = 0xE007F;

  /** Tags of a region in a flag (UTS 51): a country and one to four letters or digits. */
  private static final int FEWEST_REGION = 3;

  private static final int MOST_REGION = 6;

  private final String text;
  private final StringBuilder kept = new StringBuilder();
  private final List<String> moved = new ArrayList<>();

  private UnseenRuns(String text) {
    this.text = text;
  }

  /** The text without them. */
  static String without(String text) {
    return isPlain(text) ? text : of(text).kept.toString();
  }

  /** They themselves, in the order of the text. */
  static List<String> in(String text) {
    return isPlain(text) ? List.of() : of(text).moved;
  }

  private static boolean isPlain(String text) {
    return text.codePoints().noneMatch(UnseenRuns::isIgnorable);
  }

  private static UnseenRuns of(String text) {
    UnseenRuns runs = new UnseenRuns(text);
    for (int at = 0; at < text.length(); ) {
      int end = runs.end(at);
      if (end > at) {
        runs.part(at, end);
      } else {
        runs.kept.appendCodePoint(text.codePointAt(at));
      }
      at = Math.max(end, at + Character.charCount(text.codePointAt(at)));
    }
    return runs;
  }

  private int end(int start) {
    int end = start;
    while (end < text.length() && isIgnorable(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void part(int start, int end) {
    int from = flagEnd(start, end);
    kept.append(text, start, from);
    int[] run = text.substring(from, end).codePoints().toArray();
    StringBuilder paired = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (int codePoint : run) {
      (isPaired(codePoint) ? paired : others).appendCodePoint(codePoint);
    }
    boolean nested = paired.length() > MOST_PAIRED;
    boolean unseen = isUnseen(others);
    if (nested || unseen) {
      kept.append(nested ? "" : paired);
      moved.add(nested ? text.substring(from, end) : others.toString());
    } else {
      kept.append(text, from, end);
    }
  }

  private static boolean isUnseen(CharSequence run) {
    return run.codePoints().anyMatch(UnseenRuns::isTag) || run.codePoints().count() > MOST;
  }

  /** Where the tags of a flag end; the start where none begins. */
  private int flagEnd(int start, int end) {
    if (start == 0 || text.codePointBefore(start) != BLACK_FLAG) {
      return start;
    }
    int at = start;
    for (int tags = 0; at < end && tags <= MOST_REGION; tags++) {
      int tag = text.codePointAt(at);
      at += Character.charCount(tag);
      if (tag == CANCEL_TAG) {
        return tags >= FEWEST_REGION ? at : start;
      }
      if (!isRegion(tag)) {
        return start;
      }
    }
    return start;
  }

  private static boolean isRegion(int tag) {
    return tag >= 0xE0030 && tag <= 0xE0039 || tag >= 0xE0061 && tag <= 0xE007A;
  }

  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= CANCEL_TAG;
  }

  private static boolean isPaired(int codePoint) {
    return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  private static boolean isIgnorable(int codePoint) {
    return codePoint >= FIRST_IGNORABLE
        && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }
}
