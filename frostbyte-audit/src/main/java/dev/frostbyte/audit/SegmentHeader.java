package dev.frostbyte.audit;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first sector of a segment. Immutable.
 *
 * <pre>
 * u32 magic "FBAJ" | u32 version | u64 sequence | u64 first index | u32 capacity
 * 32 bytes SHA-256(origin) | 32 bytes chain before the first frame | u32 CRC-32C of all before
 * </pre>
 *
 * @param sequence number of the segment, from 0 without gaps
 * @param firstIndex index of its first entry
 * @param capacity length of the file in bytes
 * @param origin SHA-256 of the log's origin
 * @param chain chain hash of the frame before its first
 */
record SegmentHeader(long sequence, long firstIndex, int capacity, byte[] origin, byte[] chain) {
  /** The version this code writes, and the newest it reads. */
  static final int VERSION = 1;

  /** Where frames begin: after the header's sector and that of the closing mark. */
  static final int FRAMES = 1024;

  private static final int MAGIC = 0x4642414a;
  private static final int CHECKED = 28 + 2 * Sha256.BYTES;
  private static final int BYTES = CHECKED + 4;

  /** Bytes the header takes. */
  static int bytes() {
    return BYTES;
  }

  ByteBuffer encode() {
    ByteBuffer out = ByteBuffer.allocate(BYTES).putInt(MAGIC).putInt(VERSION);
    out.putLong(sequence).putLong(firstIndex).putInt(capacity).put(origin).put(chain);
    return out.putInt(crc(out.array())).flip();
  }

  /**
   * Reads a header.
   *
   * @throws FrostbyteException {@code FORMAT_TOO_NEW} when a newer version wrote it
   */
  static SegmentHeader decode(ByteBuffer in) throws BrokenLog {
    if (in.remaining() < BYTES || in.getInt(0) != MAGIC) {
      throw new BrokenLog("the segment does not begin with the journal's magic bytes");
    }
    int version = in.getInt(4);
    if (version > VERSION) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The audit journal has version " + version + "; this code reads up to " + VERSION + ".");
    }
    byte[] all = new byte[BYTES];
    in.get(0, all);
    if (version != VERSION || in.getInt(CHECKED) != crc(all) || in.getInt(24) < FRAMES) {
      throw new BrokenLog("the header of the segment is damaged");
    }
    return new SegmentHeader(
        in.getLong(8),
        in.getLong(16),
        in.getInt(24),
        Arrays.copyOfRange(all, 28, 28 + Sha256.BYTES),
        Arrays.copyOfRange(all, 28 + Sha256.BYTES, CHECKED));
  }

  private static int crc(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, CHECKED);
    return (int) crc.getValue();
  }
}
