package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

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
  private static final int LOCATOR_SIZE = 20;
  private static final int WIDE_END = 0x06064b50;
  private static final int WIDE_END_SIZE = 56;
  private static final short WIDE_FIELD = 1;

  /** Places of numbers in an entry. */
  private static final int STORED = 20;

  private static final int SIZE = 24;
  private static final int PLACE = 42;

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

  /** Measures what the last end record that leads to entries leads to, by all ways it may. */
  void require() throws BudgetReachedException {
    int last = file.limit() - END_SIZE;
    boolean measured = false;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT) && !measured; at--) {
      if (file.getInt(at) == END) {
        measured = measured(at);
      }
    }
  }

  /** Whether an end record leads to any entry. */
  private boolean measured(int end) throws BudgetReachedException {
    Set<Directory> directories = new LinkedHashSet<>();
    add(end, file.getInt(end + 12) & WIDE, file.getInt(end + 16) & WIDE, directories);
    if (end >= LOCATOR_SIZE && file.getInt(end - LOCATOR_SIZE) == LOCATOR) {
      addWide(file.getLong(end - LOCATOR_SIZE + 8), directories);
      addWide(end - LOCATOR_SIZE - WIDE_END_SIZE, directories);
    }
    for (Directory directory : directories) {
      measure(directory, end);
    }
    return !directories.isEmpty();
  }

  /** Directories that the end record of ZIP64 leads to, if it stands there. */
  private void addWide(long record, Set<Directory> into) {
    boolean inside = record >= 0 && record <= file.limit() - WIDE_END_SIZE;
    if (inside && file.getInt((int) record) == WIDE_END) {
      add(record, file.getLong((int) record + 40), file.getLong((int) record + 48), into);
    }
  }

  /**
   * The directory may begin where its offset says, or as far before its end as its size says: then
   * the container stands behind other bytes, and all offsets count from its own first. Readers
   * differ in what they believe.
   */
  private void add(long end, long size, long offset, Set<Directory> into) {
    for (long start : new long[] {offset, end - size}) {
      if (start >= 0 && start < end && isEntry((int) start, file.limit())) {
        into.add(new Directory((int) start, start - offset));
      }
    }
  }

  private void measure(Directory directory, int end) throws BudgetReachedException {
    int start = directory.start();
    Preflight.require("maxEntries", count(start, end), limits.maxEntries());
    try (Inflation inflation = new Inflation(limits, true)) {
      for (int at = start; isEntry(at, end); at = next(at)) {
        Preflight.require("maxNameLength", nameLength(at), limits.maxNameLength());
        entry(at, directory.shift(), inflation);
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

  private void entry(int at, long shift, Inflation inflation) throws BudgetReachedException {
    boolean sealed = (file.getShort(at + 8) & 1) != 0;
    if (sealed) {
      return;
    }
    long stored = number(at, STORED);
    long place = number(at, PLACE);
    content(at, place, stored, inflation);
    if (shift != 0) {
      content(at, place + shift, stored, inflation);
    }
  }

  /** A size below nothing says nothing: then all that follows is measured. */
  private void content(int at, long local, long stored, Inflation inflation)
      throws BudgetReachedException {
    boolean inside = local >= 0 && local <= file.limit() - LOCAL_SIZE;
    if (!inside || file.getInt((int) local) != LOCAL) {
      return;
    }
    int from = (int) local + LOCAL_SIZE + variable((int) local);
    int rest = Math.max(0, file.limit() - from);
    int length = stored < 0 ? rest : (int) Math.min(stored, rest);
    if (length <= 0) {
      return;
    }
    if (file.getShort(at + 10) == DEFLATED) {
      inflation.add(file.slice(from, length), isMarkup(at));
    } else {
      inflation.addStored(length);
    }
  }

  /** A number of an entry; one too wide stands in its extra field (APPNOTE.TXT 4.5.3). */
  private long number(int at, int field) {
    long number = file.getInt(at + field) & WIDE;
    int from = at + ENTRY_SIZE + nameLength(at);
    int end = Math.min(file.limit(), from + (file.getShort(at + 30) & 0xffff));
    while (number == WIDE && from <= end - 4) {
      int length = file.getShort(from + 2) & 0xffff;
      int place = from + 4 + wideBefore(at, field);
      if (file.getShort(from) == WIDE_FIELD && place <= Math.min(end, from + 4 + length) - 8) {
        return file.getLong(place);
      }
      from += 4 + length;
    }
    return number;
  }

  /** Bytes of the numbers before one: only those that are too wide are there, in this order. */
  private int wideBefore(int at, int field) {
    int bytes = 0;
    for (int other : new int[] {SIZE, STORED, PLACE}) {
      if (other == field) {
        return bytes;
      }
      bytes += (file.getInt(at + other) & WIDE) == WIDE ? 8 : 0;
    }
    return bytes;
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

  /**
   * A directory that a reader may see.
   *
   * @param start where it begins
   * @param shift what the places of its entries lack
   */
  private record Directory(int start, long shift) {}
}
