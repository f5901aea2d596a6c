package dev.frostbyte.api.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One open file whose bytes survive a crash only after {@link #force}. Whoever opens it closes it;
 * {@code close} is idempotent and does not force. Thread-safe for reads; one thread writes.
 */
public interface DurableFile extends Closeable {
  /**
   * Reads from a position into the buffer's remaining space.
   *
   * @return bytes read, or -1 at or past the end
   */
  int read(ByteBuffer into, long position) throws IOException;

  /** Writes every remaining byte at a position, extending the file when it ends before. */
  void write(ByteBuffer from, long position) throws IOException;

  /** Current length in bytes. */
  long size() throws IOException;

  /**
   * Cuts the file to a length; a longer length is refused with {@link IllegalArgumentException}.
   */
  void truncate(long size) throws IOException;

  /**
   * Returns once every byte written before is on stable storage.
   *
   * @param metadata whether the length and other metadata must be durable too
   */
  void force(boolean metadata) throws IOException;
}
