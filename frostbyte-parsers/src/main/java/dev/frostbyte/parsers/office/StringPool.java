package dev.frostbyte.parsers.office;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many strings in few bytes: a workbook may share millions, each of a few characters. One thread.
 */
final class StringPool {
  private static final int BLOCK = 1 << 20;

  private final List<byte[]> blocks = new ArrayList<>();
  private int[] ends = new int[1_024];
  private int[] homes = new int[1_024];
  private byte[] block = new byte[0];
  private int used;
  private int size;

  /** Adds a string behind the others. */
  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (used + bytes.length > block.length) {
      block = new byte[Math.max(BLOCK, bytes.length)];
      blocks.add(block);
      used = 0;
    }
    System.arraycopy(bytes, 0, block, used, bytes.length);
    used += bytes.length;
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size + (size >> 1));
      homes = Arrays.copyOf(homes, ends.length);
    }
    homes[size] = blocks.size() - 1;
    ends[size++] = used;
  }

  /** The string of a number; empty when there is none. */
  String at(int number) {
    if (number < 0 || number >= size || blocks.isEmpty()) {
      return "";
    }
    boolean first = number == 0 || homes[number - 1] != homes[number];
    int from = first ? 0 : ends[number - 1];
    int length = ends[number] - from;
    return new String(blocks.get(homes[number]), from, length, StandardCharsets.UTF_8);
  }
}
