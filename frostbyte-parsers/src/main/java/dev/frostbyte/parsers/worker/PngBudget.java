package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;

/**
 * Goes through the chunks of a PNG (ISO/IEC 15948): its size, and what its packed texts and colour
 * profile inflate to. One thread, used once.
 */
final class PngBudget {
  private static final int SIGNATURE = 8;
  private static final int HEAD = 8;
  private static final int SUM = 4;
  private static final int IHDR = 0x49484452;
  private static final int ITXT = 0x69545874;
  private static final int ZTXT = 0x7a545874;
  private static final int ICCP = 0x69434350;
  private static final int LONGEST_KEYWORD = 80;

  private final ByteBuffer file;
  private final ParseLimits limits;

  PngBudget(ByteBuffer file, ParseLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  void require() throws BudgetReachedException {
    try (Inflation inflation = new Inflation(limits, false)) {
      long at = SIGNATURE;
      while (at <= file.limit() - HEAD) {
        long length = file.getInt((int) at) & 0xffff_ffffL;
        int from = (int) at + HEAD;
        chunk(
            file.getInt((int) at + 4),
            from,
            (int) Math.min(length, file.limit() - from),
            inflation);
        at += HEAD + length + SUM;
      }
    }
  }

  private void chunk(int type, int from, int length, Inflation inflation)
      throws BudgetReachedException {
    if (type == IHDR && length >= 8) {
      long width = file.getInt(from) & 0xffff_ffffL;
      long height = file.getInt(from + 4) & 0xffff_ffffL;
      Preflight.requirePixels(width, Math.min(height, Integer.MAX_VALUE), limits);
    }
    if (type == ITXT || type == ZTXT || type == ICCP) {
      packed(from, length, inflation);
    }
    if (type == ITXT) {
      translated(from, length, inflation);
    }
  }

  /** Behind a keyword, two flags, a language and a translation, the last two of any length. */
  private void translated(int from, int length, Inflation inflation) throws BudgetReachedException {
    int end = from + length;
    int text = behindZero(behindZero(Math.min(end, behindZero(from, end) + 2), end), end);
    if (text < end && text - from >= 2 * LONGEST_KEYWORD) {
      inflation.add(file.slice(text, end - text), true);
    }
  }

  private int behindZero(int from, int end) {
    int at = from;
    while (at < end && file.get(at) != 0) {
      at++;
    }
    return Math.min(end, at + 1);
  }

  /**
   * Between keyword and data stand flags and names of a few bytes: zlib says itself where it is.
   */
  private void packed(int from, int length, Inflation inflation) throws BudgetReachedException {
    for (int skip = 1; skip < Math.min(length - 1, 2 * LONGEST_KEYWORD); skip++) {
      int head = file.getShort(from + skip) & 0xffff;
      if ((head >> 8 & 0x0f) == 8 && head % 31 == 0) {
        inflation.add(file.slice(from + skip, length - skip), true);
      }
    }
  }
}
