package dev.frostbyte.core.inspect;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Questions about invisible code points and the company they keep. */
final class Invisible {
  static final int SOFT_HYPHEN = 0xAD;
  static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int CANCEL_TAG = 0xE007F;

  /** Scripts whose words hold no zero-width characters. */
  private static final Set<UnicodeScript> PLAIN =
      EnumSet.of(
          UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN);

  private Invisible() {}

  static boolean isAny(int codePoint) {
    return isZeroWidth(codePoint)
        || isTag(codePoint)
        || isSelector(codePoint)
        || codePoint == SOFT_HYPHEN;
  }

  static boolean isZeroWidth(int codePoint) {
    return codePoint >= 0x200B && codePoint <= 0x200F
        || codePoint >= 0x2060 && codePoint <= 0x2064
        || codePoint == 0xFEFF
        || codePoint == 0x034F
        || codePoint == 0x061C
        || codePoint == 0x180E
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0;
  }

  static boolean isTag(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= 0xE007F;
  }

  static boolean isSelector(int codePoint) {
    return codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  /** The flag of a region: black flag, three to six tags, the tag that ends them. */
  static boolean isFlag(int[] text, int start, int end) {
    return start > 0
        && text[start - 1] == BLACK_FLAG
        && text[end - 1] == CANCEL_TAG
        && end - start >= 4
        && end - start <= 7;
  }

  /** Whether letters of a script that uses no joiners stand on both sides. */
  static boolean insideWord(int[] text, int start, int end) {
    return start > 0
        && end < text.length
        && isPlainLetter(text[start - 1])
        && isPlainLetter(text[end]);
  }

  private static boolean isPlainLetter(int codePoint) {
    return Character.isLetter(codePoint) && PLAIN.contains(UnicodeScript.of(codePoint));
  }

  static boolean opensRightToLeft(int codePoint) {
    return codePoint == RIGHT_TO_LEFT_OVERRIDE || codePoint == 0x202B || codePoint == 0x2067;
  }

  static boolean closesBidi(int codePoint) {
    return codePoint == 0x202C || codePoint == 0x2069;
  }

  static boolean isRightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
