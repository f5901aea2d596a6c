package dev.frostbyte.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of one document for a parser: read-only, readable as often as needed. Thread-safe; its
 * streams are not.
 */
public interface DocumentSource {
  /** A stream from the start; the caller closes it. */
  InputStream stream() throws IOException;

  /**
   * A seekable view; the caller closes it. By default it reads {@link #stream} forwards and opens
   * it again to go back.
   */
  default SeekableByteChannel channel() throws IOException {
    return new StreamChannel(this);
  }

  /** Length in bytes. */
  long size();

  /** A document held in memory; the bytes must not be changed afterwards. */
  static DocumentSource of(byte[] bytes) {
    return new MemorySource(bytes);
  }
}
