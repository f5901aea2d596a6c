package dev.frostbyte.parsers.pdf;

import java.text.Bidi;

/** Turns text as seen from left to right into the order in which it is read. */
final class Bidirectional {
  private Bidirectional() {}

  static String logical(String seen) {
    if (!Bidi.requiresBidi(seen.toCharArray(), 0, seen.length())) {
      return seen;
    }
    Bidi bidi = new Bidi(seen, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int base = bidi.isMixed() && bidi.baseIsLeftToRight() ? 0 : 1;
    bidi = new Bidi(seen, base);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Integer[] order = new Integer[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, runs);
    StringBuilder read = new StringBuilder(seen.length());
    for (int run : order) {
      String part = seen.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      read.append(levels[run] % 2 == 0 ? part : turned(part));
    }
    return read.toString();
  }

  /**
   * The letters of one glyph as seen from left to right: a ligature from right to left is turned.
   */
  static String seen(String glyph) {
    boolean single = glyph.length() < 2 || Character.isHighSurrogate(glyph.charAt(0));
    return single || !isRightToLeft(glyph.codePointAt(0)) ? glyph : turned(glyph);
  }

  private static boolean isRightToLeft(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static String turned(String part) {
    StringBuilder turned = new StringBuilder(part).reverse();
    for (int i = 0; i < turned.length(); i++) {
      turned.setCharAt(i, mirrored(turned.charAt(i)));
    }
    return turned.toString();
  }

  private static char mirrored(char c) {
    int at = "()[]{}<>".indexOf(c);
    return at < 0 ? c : "()[]{}<>".charAt(at ^ 1);
  }
}
