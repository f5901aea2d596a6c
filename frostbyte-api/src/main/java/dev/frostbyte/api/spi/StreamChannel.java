package dev.frostbyte.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Any place of a document that can only be read from its start: forwards what lies between is
 * passed over, backwards the document is opened again. One thread.
 */
final class StreamChannel extends ReadOnlyChannel {
  private static final int MOST = 1 << 16;

  private final DocumentSource source;
  private @Nullable InputStream in;

  /** Where the stream stands. */
  private long at;

  StreamChannel(DocumentSource source) {
    super(source.size());
    this.source = source;
  }

  @Override
  int readAt(long place, ByteBuffer target) throws IOException {
    byte[] buffer = new byte[Math.min(MOST, target.remaining())];
    int count = at(place).read(buffer);
    target.put(buffer, 0, Math.max(0, count));
    at += Math.max(0, count);
    return count;
  }

  private InputStream at(long place) throws IOException {
    InputStream there = in;
    if (there == null || at > place) {
      reset();
      there = source.stream();
      in = there;
    }
    there.skipNBytes(place - at);
    at = place;
    return there;
  }

  private void reset() throws IOException {
    try (InputStream done = in) {
      in = null;
      at = 0;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    reset();
  }
}
