package dev.frostbyte.core.inspect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words of a folded view in order, with their classes, their places in the inspected text and the
 * breaks before them.
 */
final class Tokens {
  /** Nothing but blanks and light punctuation before the word. */
  static final byte NONE = 0;

  /** A line break, colon or quotation mark before the word. */
  static final byte LINE = 1;

  /** The end of a sentence before the word. */
  static final byte SENTENCE = 2;

  private final Lexicon lexicon;
  private int[] from = new int[256];
  private int[] to = new int[256];
  private byte[] breaks = new byte[256];
  private boolean[] colon = new boolean[256];
  private long[][] classes = new long[256][];
  private int size;

  private static final long[] NO_CLASS = new long[Mask.WIDTH];

  Tokens(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void add(String word, int start, int end, byte breakBefore) {
    add(lexicon.classes(word), start, end, breakBefore);
  }

  void add(long @Nullable [] found, int start, int end, byte breakBefore) {
    if (size == from.length) {
      grow();
    }
    from[size] = start;
    to[size] = end;
    breaks[size] = breakBefore;
    classes[size] = found == null ? NO_CLASS : found;
    size++;
  }

  /** Notes that a colon follows the last word. */
  void colonFollows() {
    if (size > 0) {
      colon[size - 1] = true;
    }
  }

  int size() {
    return size;
  }

  int from(int token) {
    return from[token];
  }

  int to(int token) {
    return to[token];
  }

  /**
   * Where the first or last of these words begins: text written backwards has the first word last.
   */
  int start(int first, int last) {
    return Math.min(from[first], from[last]);
  }

  /** Where the first or last of these words ends, whichever comes later. */
  int end(int first, int last) {
    return Math.max(to[first], to[last]);
  }

  byte breakBefore(int token) {
    return breaks[token];
  }

  boolean colonAfter(int token) {
    return colon[token];
  }

  boolean is(int token, Language language, Mask mask) {
    return mask.meets(classes[token], language);
  }

  boolean isKnown(int token) {
    return classes[token] != NO_CLASS;
  }

  long[] classes(int token) {
    return classes[token];
  }

  private void grow() {
    int room = size * 2;
    from = Arrays.copyOf(from, room);
    to = Arrays.copyOf(to, room);
    breaks = Arrays.copyOf(breaks, room);
    colon = Arrays.copyOf(colon, room);
    classes = Arrays.copyOf(classes, room);
  }
}
