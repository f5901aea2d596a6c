package dev.frostbyte.core.inspect;

import java.util.Arrays;

/**
 * A reading of a text for detection only: code points, each knowing the range of the inspected text
 * it came from. Immutable once built.
 */
final class View {
  private final int[] codePoints;
  private final int[] from;
  private final int[] to;
  private final int length;

  private View(int[] codePoints, int[] from, int[] to, int length) {
    this.codePoints = codePoints;
    this.from = from;
    this.to = to;
    this.length = length;
  }

  /** The text itself, its first code point standing at this position of the inspected text. */
  static View of(int[] text, int start, int end) {
    Builder builder = new Builder(end - start);
    for (int at = start; at < end; at++) {
      builder.add(text[at], at, at + 1);
    }
    return builder.build();
  }

  int length() {
    return length;
  }

  int at(int index) {
    return codePoints[index];
  }

  /** Code point at an index, or 0 outside the view. */
  int peek(int index) {
    return index >= 0 && index < length ? codePoints[index] : 0;
  }

  /** Where the code point at this index begins in the inspected text. */
  int from(int index) {
    return from[index];
  }

  /** Where the code point at this index ends in the inspected text. */
  int to(int index) {
    return to[index];
  }

  String text(int start, int end) {
    return new String(codePoints, start, end - start);
  }

  /** Collects code points with their origins. One thread. */
  static final class Builder {
    private int[] codePoints;
    private int[] from;
    private int[] to;
    private int length;

    Builder(int expected) {
      int room = Math.max(16, expected);
      codePoints = new int[room];
      from = new int[room];
      to = new int[room];
    }

    void add(int codePoint, int start, int end) {
      if (length == codePoints.length) {
        grow();
      }
      codePoints[length] = codePoint;
      from[length] = start;
      to[length] = end;
      length++;
    }

    View build() {
      return new View(codePoints, from, to, length);
    }

    private void grow() {
      int room = length * 2;
      codePoints = Arrays.copyOf(codePoints, room);
      from = Arrays.copyOf(from, room);
      to = Arrays.copyOf(to, room);
    }
  }
}
