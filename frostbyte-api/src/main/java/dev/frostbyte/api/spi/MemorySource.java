package dev.frostbyte.api.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A document whose bytes are in memory. */
final class MemorySource implements DocumentSource {
  private final byte[] bytes;

  MemorySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public SeekableByteChannel channel() {
    return new Channel(bytes);
  }

  @Override
  public long size() {
    return bytes.length;
  }

  private static final class Channel extends ReadOnlyChannel {
    private final byte[] bytes;

    Channel(byte[] bytes) {
      super(bytes.length);
      this.bytes = bytes;
    }

    @Override
    int readAt(long place, ByteBuffer target) {
      int count = (int) Math.min(bytes.length - place, target.remaining());
      target.put(bytes, (int) place, count);
      return count;
    }
  }
}
