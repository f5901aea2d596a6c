package dev.frostbyte.core.inspect;

import java.util.function.Consumer;

/**
 * Cuts a long text into overlapping windows, so that memory is bounded. A window owns what begins
 * in its middle; what begins near an edge belongs to the neighbour that sees more of its
 * surroundings.
 */
final class Windows {
  private static final int SIZE = 65_536;
  private static final int OVERLAP = 1_024;
  private static final int MARGIN = 256;

  private Windows() {}

  /**
   * A part of a text.
   *
   * @param view the part, each code point knowing its place
   * @param ownFrom first place whose findings belong to it
   * @param ownTo one past the last
   */
  record Window(View view, int ownFrom, int ownTo) {
    boolean owns(int place) {
      return place >= ownFrom && place < ownTo;
    }
  }

  static void each(int[] text, Consumer<Window> visitor) {
    int start = 0;
    int ownFrom = 0;
    while (start < text.length) {
      int end = Math.min(text.length, start + SIZE);
      boolean last = end == text.length;
      int next = end - OVERLAP;
      int ownTo = last ? text.length : next + MARGIN;
      visitor.accept(new Window(View.of(text, start, end), ownFrom, ownTo));
      ownFrom = ownTo;
      start = last ? text.length : next;
    }
  }
}
