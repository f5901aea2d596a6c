package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Verification.Break;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Entries that belong together, one bit for each entry of the log, and what is missing among them.
 * One thread.
 */
final class Members {
  private final BitSet bits = new BitSet();
  private final List<Break> breaks = new ArrayList<>();

  void add(long index) {
    bits.set(bit(index));
  }

  void remove(long index) {
    bits.clear(bit(index));
  }

  boolean contains(long index) {
    return bits.get(bit(index));
  }

  /** The first member at or after an index; -1 when there is none. */
  long next(long index) {
    return bits.nextSetBit(bit(index));
  }

  /** The last member; -1 when there is none. */
  long last() {
    return bits.length() - 1L;
  }

  /** The last member before an index; -1 when there is none. */
  long before(long index) {
    return bits.previousSetBit(bit(index) - 1);
  }

  /** Says that a member follows from an event that does not stand before it. */
  void lacks(long index, UUID previous) {
    breaks.add(new Break(index, "it follows from event " + previous + ", which is not before it"));
  }

  /** What is missing, by index. */
  List<Break> breaks() {
    return breaks.stream()
        .distinct()
        .sorted(Comparator.comparingLong(Break::index).thenComparing(Break::what))
        .toList();
  }

  private static int bit(long index) {
    if (index < 0 || index >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "chains and open intents are answered for the first "
              + Integer.MAX_VALUE
              + " entries of a log, not for entry "
              + index
              + "; ask for a subject or a range instead");
    }
    return (int) index;
  }
}
