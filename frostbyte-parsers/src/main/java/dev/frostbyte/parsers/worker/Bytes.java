package dev.frostbyte.parsers.worker;

import java.nio.charset.StandardCharsets;

/** Looks for words in bytes. Stateless. */
final class Bytes {
  private Bytes() {}

  /** The first place of a word of Latin-1 from here to there; -1 when absent. */
  static int indexOf(byte[] bytes, String word, int from, int to) {
    byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = from; at <= to - wanted.length; at++) {
      if (bytes[at] == wanted[0] && isAt(bytes, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  static boolean isAt(byte[] bytes, int at, byte[] wanted) {
    if (bytes.length - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
