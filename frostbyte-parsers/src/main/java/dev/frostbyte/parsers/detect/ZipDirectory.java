package dev.frostbyte.parsers.detect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The central directory of a ZIP (APPNOTE.TXT 4.3.12 and 4.3.16), read with limits. Immutable.
 *
 * @param entries at most 20,000
 * @param anchored whether its offsets count from the start of the file
 * @param closes whether the file ends with it, but for some filler
 */
record ZipDirectory(List<Entry> entries, boolean anchored, boolean closes) {
  /** One entry as the directory has it. */
  record Entry(String name, int method, long stored, long size, long offset) {}

  private static final int END_SIZE = 22;
  private static final int ENTRY_SIZE = 46;
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCATOR = 0x07064b50;
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_BYTES = 16 << 20;
  private static final int TOLERATED = 64;
  private static final long WIDE = 0xffff_ffffL;

  /** The directory the end of the file leads to; empty when there is none that holds together. */
  static Optional<ZipDirectory> find(Sample sample) throws IOException {
    ByteBuffer tail = little(sample.tail());
    for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        Optional<ZipDirectory> found = read(sample, tail, at);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is all of the file: nothing before its first entry, nothing behind its end. */
  boolean exact() {
    return anchored && closes;
  }

  private static Optional<ZipDirectory> read(Sample sample, ByteBuffer tail, int at)
      throws IOException {
    long end = sample.tailStart() + at;
    long length = tail.getInt(at + 12) & WIDE;
    long offset = tail.getInt(at + 16) & WIDE;
    boolean closes = isFiller(tail, at + END_SIZE + (tail.getShort(at + 20) & 0xffff));
    if (offset == WIDE || length == WIDE) {
      return wide(sample, tail, at, closes);
    }
    return directory(sample, end - length, length, offset, closes);
  }

  /** ZIP64: the end record stands where the locator says. */
  private static Optional<ZipDirectory> wide(Sample sample, ByteBuffer tail, int at, boolean closes)
      throws IOException {
    if (at < 20 || tail.getInt(at - 20) != LOCATOR) {
      return Optional.empty();
    }
    byte[] record = sample.read(tail.getLong(at - 12), 56);
    if (record.length < 56) {
      return Optional.empty();
    }
    long length = little(record).getLong(40);
    long offset = little(record).getLong(48);
    return directory(sample, offset, length, offset, closes);
  }

  private static Optional<ZipDirectory> directory(
      Sample sample, long start, long length, long offset, boolean closes) throws IOException {
    if (start < 0 || length < 0 || length > MOST_BYTES || start + length > sample.size()) {
      return Optional.empty();
    }
    if (length == 0) {
      return sample.hasAt(0, "PK\5\6")
          ? Optional.of(new ZipDirectory(List.of(), true, closes))
          : Optional.empty();
    }
    List<Entry> entries = entries(little(sample.read(start, (int) length)));
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new ZipDirectory(entries, start == offset, closes));
  }

  private static List<Entry> entries(ByteBuffer directory) {
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at + ENTRY_SIZE <= directory.limit()
        && directory.getInt(at) == ENTRY
        && entries.size() < MOST_ENTRIES) {
      int nameLength = directory.getShort(at + 28) & 0xffff;
      int extraLength = directory.getShort(at + 30) & 0xffff;
      int commentLength = directory.getShort(at + 32) & 0xffff;
      if (at + ENTRY_SIZE + nameLength > directory.limit()) {
        return List.of();
      }
      entries.add(entry(directory, at, nameLength));
      at += ENTRY_SIZE + nameLength + extraLength + commentLength;
    }
    return entries;
  }

  private static Entry entry(ByteBuffer directory, int at, int nameLength) {
    byte[] name = new byte[nameLength];
    directory.get(at + ENTRY_SIZE, name);
    return new Entry(
        new String(name, StandardCharsets.UTF_8),
        directory.getShort(at + 10) & 0xffff,
        directory.getInt(at + 20) & WIDE,
        directory.getInt(at + 24) & WIDE,
        directory.getInt(at + 42) & WIDE);
  }

  /** Whether blanks and zeros, not many, fill the file from here to its end. */
  private static boolean isFiller(ByteBuffer tail, int from) {
    boolean filler = from <= tail.limit() && tail.limit() - from <= TOLERATED;
    for (int at = from; filler && at < tail.limit(); at++) {
      filler = tail.get(at) >= 0 && tail.get(at) <= ' ';
    }
    return filler;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
