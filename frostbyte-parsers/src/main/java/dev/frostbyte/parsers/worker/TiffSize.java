package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** The sizes of the pictures in a TIFF, directory by directory (TIFF 6.0, section 2). Stateless. */
final class TiffSize {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;
  private static final int HEADER = 8;

  private TiffSize() {}

  /**
   * Checks every picture. Entries are counted as often as a directory names them, so that
   * directories in each other end by a budget.
   *
   * @param file in the byte order of its first two bytes
   */
  static void require(ByteBuffer file, ParseLimits limits) throws BudgetReachedException {
    Set<Long> seen = new HashSet<>();
    long all = 0;
    long at = file.limit() < HEADER ? 0 : unsigned(file, 4);
    while (at >= HEADER && at + 2 <= file.limit() && seen.add(at)) {
      int start = (int) at;
      int entries = file.getShort(start) & 0xffff;
      all += entries;
      Preflight.require("maxObjects", all, limits.maxObjects());
      int end = (int) Math.min(start + 2L + (long) entries * ENTRY, file.limit());
      long width = value(file, start + 2, end, WIDTH);
      long height = value(file, start + 2, end, HEIGHT);
      Preflight.requirePixels(width, Math.min(height, Integer.MAX_VALUE), limits);
      at = end + 4 <= file.limit() ? unsigned(file, end) : 0;
    }
  }

  /** The number that a directory gives for a tag, 0 when it has none. */
  private static long value(ByteBuffer file, int from, int end, int tag) {
    for (int at = from; at + ENTRY <= end; at += ENTRY) {
      if ((file.getShort(at) & 0xffff) == tag) {
        boolean narrow = file.getShort(at + 2) == SHORT;
        return narrow ? file.getShort(at + 8) & 0xffff : unsigned(file, at + 8);
      }
    }
    return 0;
  }

  private static long unsigned(ByteBuffer file, int at) {
    return file.getInt(at) & 0xffff_ffffL;
  }
}
