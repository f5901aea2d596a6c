package dev.frostbyte.api.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The place in a document that is read; what is written is refused. One thread. */
abstract class ReadOnlyChannel implements SeekableByteChannel {
  private final long size;
  private long position;
  private boolean closed;

  ReadOnlyChannel(long size) {
    this.size = size;
  }

  /** Reads from a place before the end of the document; at least one byte, unless none fits. */
  abstract int readAt(long place, ByteBuffer target) throws IOException;

  @Override
  public final int read(ByteBuffer target) throws IOException {
    requireOpen();
    if (position >= size) {
      return -1;
    }
    int count = readAt(position, target);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public final long position() throws ClosedChannelException {
    requireOpen();
    return position;
  }

  @Override
  public final SeekableByteChannel position(long place) throws ClosedChannelException {
    requireOpen();
    if (place < 0) {
      throw new IllegalArgumentException("a position must not be negative, got " + place);
    }
    position = place;
    return this;
  }

  @Override
  public final long size() throws ClosedChannelException {
    requireOpen();
    return size;
  }

  @Override
  public final int write(ByteBuffer bytes) {
    throw new NonWritableChannelException();
  }

  @Override
  public final SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public final boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }
}
