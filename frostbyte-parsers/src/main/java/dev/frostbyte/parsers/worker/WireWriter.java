package dev.frostbyte.parsers.worker;

import java.util.Arrays;

/** Encodes numbers (big-endian) and texts. One thread. */
final class WireWriter {
  private byte[] bytes = new byte[64];
  private int size;

  void putByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void putInt(int value) {
    reserve(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  /** Their number, then the bytes. */
  void putBytes(byte[] more) {
    putInt(more.length);
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void putFloat(float value) {
    putInt(Float.floatToRawIntBits(value));
  }

  /**
   * One byte for the width of a character, the number of characters, the characters as they are.
   */
  void putText(String text) {
    boolean narrow = text.chars().allMatch(c -> c < 0x100);
    putByte(narrow ? 1 : 2);
    putInt(text.length());
    reserve(narrow ? text.length() : Math.multiplyExact(text.length(), 2));
    for (int i = 0; i < text.length(); i++) {
      putChar(text.charAt(i), narrow);
    }
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void putChar(char c, boolean narrow) {
    if (!narrow) {
      bytes[size++] = (byte) (c >>> 8);
    }
    bytes[size++] = (byte) c;
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * size)));
    }
  }
}
