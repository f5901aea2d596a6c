package dev.frostbyte.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Any place of a document that can only be read from its start: forwards what lies between is
 * passed over, backwards the document is opened again. One thread.
 */
final class ReopenedChannel implements SeekableByteChannel {
  private static final int MOST = 1 << 16;

  private final ReopenedSource source;
  private @Nullable InputStream in;

  /** Where the stream stands. */
  private long at;

  private long position;
  private boolean closed;

  ReopenedChannel(ReopenedSource source) {
    this.source = source;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    requireOpen();
    if (position >= source.size()) {
      return -1;
    }
    InputStream there = there();
    byte[] buffer = new byte[Math.min(MOST, target.remaining())];
    int count = there.read(buffer);
    if (count > 0) {
      target.put(buffer, 0, count);
      at += count;
      position = at;
    }
    return count;
  }

  /** The stream, at the position. */
  private InputStream there() throws IOException {
    InputStream there = in;
    if (there == null || at > position) {
      reset();
      there = source.stream();
      in = there;
    }
    there.skipNBytes(position - at);
    at = position;
    return there;
  }

  private void reset() throws IOException {
    try (InputStream done = in) {
      in = null;
      at = 0;
    }
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
    return source.size();
  }

  @Override
  public int write(ByteBuffer bytes) {
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
  public void close() throws IOException {
    closed = true;
    reset();
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }
}
