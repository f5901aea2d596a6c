package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Second sector of the last segment: up to where it was complete when the log was last closed.
 * Every frame before that must be valid at the next opening, whatever a crash did later. Without
 * the mark (the log was never closed) nothing is lost but this check.
 */
final class ClosingMark {
  private static final int POSITION = 512;
  private static final int MAGIC = 0x4642434d;
  private static final int BYTES = 20;

  private ClosingMark() {}

  /** Writes the mark; the caller forces. */
  static void write(DurableFile file, SegmentHeader header, int end) throws IOException {
    file.write(encode(header.sequence(), end), POSITION);
  }

  /** Where the segment ended when the log was closed; 0 when there is no valid mark. */
  static int read(SegmentReader reader) throws IOException {
    ByteBuffer stored = reader.bytes(POSITION, BYTES);
    int end = stored.getInt(4);
    boolean valid = stored.equals(encode(reader.header().sequence(), end));
    return valid ? end : 0;
  }

  private static ByteBuffer encode(long sequence, int end) {
    ByteBuffer out = ByteBuffer.allocate(BYTES).putInt(MAGIC).putInt(end).putLong(sequence);
    CRC32C crc = new CRC32C();
    crc.update(out.array(), 0, BYTES - 4);
    return out.putInt((int) crc.getValue()).flip();
  }
}
