package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Goes through a ZIP by its central directory (APPNOTE.TXT 4.3) and inflates every entry: sizes
 * that are written down could lie. Entries that overlap count each. One thread, used once.
 */
final class ZipBudget {
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int LOCATOR = 0x07064b50;
  private static final int WIDE_END_SIZE = 56;
  private static final int LONGEST_COMMENT = 65_535;
  private static final long WIDE = 0xffff_ffffL;
  private static final int DEFLATED = 8;

  private final ByteBuffer file;
  private final ParseLimits limits;

  /** Of a file in little-endian order. */
  ZipBudget(ByteBuffer file, ParseLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  void require() throws BudgetReachedException {
    int last = file.limit() - END_SIZE;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (file.getInt(at) == END) {
        directory(start(at), at);
        return;
      }
    }
  }

  /** Where the directory begins; negative when it cannot be found. */
  private int start(int end) {
    if (end < 20 || file.getInt(end - 20) != LOCATOR) {
      return (int) Math.max(-1, end - (file.getInt(end + 12) & WIDE));
    }
    long record = file.getLong(end - 12);
    boolean inside = record >= 0 && record <= file.limit() - WIDE_END_SIZE;
    long start = inside ? file.getLong((int) record + 48) : -1;
    return start >= 0 && start < file.limit() ? (int) start : -1;
  }

  private void directory(int start, int end) throws BudgetReachedException {
    if (start < 0) {
      return;
    }
    Preflight.require("maxEntries", count(start, end), limits.maxEntries());
    try (Inflation inflation = new Inflation(limits, true)) {
      for (int at = start; isEntry(at, end); at = next(at)) {
        Preflight.require("maxNameLength", nameLength(at), limits.maxNameLength());
        entry(at, inflation);
      }
    }
  }

  private long count(int start, int end) {
    long count = 0;
    for (int at = start; isEntry(at, end); at = next(at)) {
      count++;
    }
    return count;
  }

  private boolean isEntry(int at, int end) {
    return at <= end - ENTRY_SIZE && file.getInt(at) == ENTRY;
  }

  private int next(int at) {
    return at
        + ENTRY_SIZE
        + nameLength(at)
        + (file.getShort(at + 30) & 0xffff)
        + (file.getShort(at + 32) & 0xffff);
  }

  private int nameLength(int at) {
    return file.getShort(at + 28) & 0xffff;
  }

  private void entry(int at, Inflation inflation) throws BudgetReachedException {
    long stored = file.getInt(at + 20) & WIDE;
    long local = file.getInt(at + 42) & WIDE;
    boolean sealed = (file.getShort(at + 8) & 1) != 0;
    if (sealed || local > file.limit() - LOCAL_SIZE || file.getInt((int) local) != LOCAL) {
      return;
    }
    int from = (int) local + LOCAL_SIZE + variable((int) local);
    int length = (int) Math.min(stored, Math.max(0, file.limit() - from));
    if (length == 0) {
      return;
    }
    if (file.getShort(at + 10) == DEFLATED) {
      inflation.add(file.slice(from, length), isMarkup(at));
    } else {
      inflation.addStored(length);
    }
  }

  /** Name and extra field of a local header. */
  private int variable(int local) {
    return (file.getShort(local + 26) & 0xffff) + (file.getShort(local + 28) & 0xffff);
  }

  /** Markup is held in memory by parsers; a white picture may well inflate a thousandfold. */
  private boolean isMarkup(int at) {
    byte[] name = new byte[Math.min(nameLength(at), file.limit() - at - ENTRY_SIZE)];
    file.get(at + ENTRY_SIZE, name);
    String lower = new String(name, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return lower.matches("(?s).*\\.(xml|rels|vml|xhtml|html|htm|opf|ncx)");
  }
}
