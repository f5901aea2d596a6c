package dev.frostbyte.audit;

import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Sizes of segments, the checksum of frames, and when a log seals itself. Segments start small, so
 * that thousands of quiet logs cost little disk, and grow fourfold up to the largest.
 *
 * @param smallest capacity of the first segment in bytes
 * @param largest capacity segments grow to; a frame that needs more gets a segment of its own
 * @param checksum makes the checksum of frames; tests take it away to show that it is needed
 * @param sealing when a root is signed without being asked for
 */
record JournalShape(int smallest, int largest, Supplier<Checksum> checksum, Sealing sealing) {
  /** What logs on real disks have: 64 KiB to 4 MiB, CRC-32C, sealing themselves. */
  static final JournalShape STANDARD =
      new JournalShape(64 << 10, 4 << 20, CRC32C::new, Sealing.STANDARD);

  private static final int PAGE = 4096;

  /** The shape of a log that is sealed only on request, so that nothing in it depends on time. */
  JournalShape(int smallest, int largest, Supplier<Checksum> checksum) {
    this(smallest, largest, checksum, Sealing.ON_REQUEST);
  }

  /** The same with another sealing. */
  JournalShape sealing(Sealing other) {
    return new JournalShape(smallest, largest, checksum, other);
  }

  /** Capacity of a segment whose first frame takes these bytes. */
  int capacity(long sequence, int frameBytes) {
    int shift = (int) Math.min(2 * sequence, 30);
    long grown = Math.min((long) smallest << shift, largest);
    long needed = SegmentHeader.FRAMES + (long) frameBytes;
    long rounded = (Math.max(grown, needed) + PAGE - 1) / PAGE * PAGE;
    return Math.toIntExact(rounded);
  }
}
