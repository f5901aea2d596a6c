package dev.frostbyte.parsers.worker;

import java.util.Arrays;

/** Decodes what {@link WireWriter} wrote; trusts no number in it. One thread. */
final class WireReader {
  private final byte[] bytes;
  private int at;

  WireReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int readByte() throws MalformedFrameException {
    require(1);
    return bytes[at++] & 0xff;
  }

  int readInt() throws MalformedFrameException {
    require(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | bytes[at++] & 0xff;
    }
    return value;
  }

  long readLong() throws MalformedFrameException {
    long high = readInt();
    return high << 32 | readInt() & 0xffff_ffffL;
  }

  float readFloat() throws MalformedFrameException {
    return Float.intBitsToFloat(readInt());
  }

  String readText() throws MalformedFrameException {
    int width = readByte();
    int length = readInt();
    if (width < 1 || width > 2 || length < 0 || length > rest() / width) {
      throw new MalformedFrameException("text longer than its frame");
    }
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (width == 1 ? bytes[at++] & 0xff : readWide());
    }
    return new String(chars);
  }

  byte[] readBytes() throws MalformedFrameException {
    int length = readCount(1);
    byte[] read = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return read;
  }

  /** A number of entries that follow, each at least so many bytes long. */
  int readCount(int leastBytes) throws MalformedFrameException {
    int count = readInt();
    if (count < 0 || count > rest() / leastBytes) {
      throw new MalformedFrameException("more entries than its frame holds");
    }
    return count;
  }

  void requireEnd() throws MalformedFrameException {
    if (rest() != 0) {
      throw new MalformedFrameException("bytes left over");
    }
  }

  private int readWide() {
    int high = bytes[at++] & 0xff;
    return high << 8 | bytes[at++] & 0xff;
  }

  private int rest() {
    return bytes.length - at;
  }

  private void require(int count) throws MalformedFrameException {
    if (rest() < count) {
      throw new MalformedFrameException("shorter than what it says");
    }
  }
}
