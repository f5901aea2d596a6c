package dev.frostbyte.parsers.detect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that stand at the top of an OLE2 compound file ([MS-CFB] 2.6). What is embedded stands
 * below and says nothing about the file.
 */
final class OleDirectory {
  private static final int ENTRY = 128;
  private static final int LONGEST_NAME = 64;
  private static final int MOST_SECTORS = 512;
  private static final int HEADER_FAT_SECTORS = 109;
  private static final int NONE = -1;

  private OleDirectory() {}

  /** Names of the top level; empty when the directory cannot be read. */
  static Set<String> names(Sample sample) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(sample.head()).order(ByteOrder.LITTLE_ENDIAN);
    int shift = head.limit() < 512 ? 0 : head.getShort(30);
    if (shift != 9 && shift != 12) {
      return Set.of();
    }
    return top(ByteBuffer.wrap(directory(sample, head, shift)).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static byte[] directory(Sample sample, ByteBuffer head, int shift) throws IOException {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    int sector = head.getInt(48);
    for (int i = 0; i < MOST_SECTORS && sector >= 0; i++) {
      directory.write(sample.read(((long) sector + 1) << shift, 1 << shift));
      sector = next(sample, head, shift, sector);
    }
    return directory.toByteArray();
  }

  /** The sector that follows in a chain; negative when none does. */
  private static int next(Sample sample, ByteBuffer head, int shift, int sector)
      throws IOException {
    int table = sector >> (shift - 2);
    if (table >= HEADER_FAT_SECTORS) {
      return NONE;
    }
    long fat = ((long) head.getInt(76 + 4 * table) + 1) << shift;
    byte[] entry = sample.read(fat + 4L * (sector & ((1 << (shift - 2)) - 1)), 4);
    return entry.length < 4 ? NONE : ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  /** Children of the root are a tree of siblings. */
  private static Set<String> top(ByteBuffer directory) {
    int entries = directory.limit() / ENTRY;
    Set<String> names = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(entries == 0 ? NONE : directory.getInt(76));
    while (!open.isEmpty()) {
      int at = open.pop();
      if (at >= 0 && at < entries && seen.add(at)) {
        names.add(name(directory, at * ENTRY));
        open.push(directory.getInt(at * ENTRY + 68));
        open.push(directory.getInt(at * ENTRY + 72));
      }
    }
    return names;
  }

  private static String name(ByteBuffer directory, int from) {
    int bytes = Math.clamp(directory.getShort(from + 64) - 2, 0, LONGEST_NAME - 2);
    byte[] name = new byte[bytes];
    directory.get(from, name);
    return new String(name, StandardCharsets.UTF_16LE);
  }
}
