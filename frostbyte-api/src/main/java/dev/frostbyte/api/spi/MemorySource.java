package dev.frostbyte.api.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
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

  private static final class Channel implements SeekableByteChannel {
    private final byte[] bytes;
    private long position;
    private boolean closed;

    Channel(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer target) throws ClosedChannelException {
      requireOpen();
      long rest = bytes.length - position;
      if (rest <= 0) {
        return -1;
      }
      int count = (int) Math.min(rest, target.remaining());
      target.put(bytes, (int) position, count);
      position += count;
      return count;
    }

    @Override
    public long position() throws ClosedChannelException {
      requireOpen();
      return position;
    }

    @Override
    public SeekableByteChannel position(long place) throws ClosedChannelException {
      requireOpen();
      if (place < 0) {
        throw new IllegalArgumentException("a position must not be negative, got " + place);
      }
      position = place;
      return this;
    }

    @Override
    public long size() throws ClosedChannelException {
      requireOpen();
      return bytes.length;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return !closed;
    }

    @Override
    public void close() {
      closed = true;
    }

    private void requireOpen() throws ClosedChannelException {
      if (closed) {
        throw new ClosedChannelException();
      }
    }
  }
}
