package dev.frostbyte.api.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** {@link DurableFile} over a {@link FileChannel}. */
final class NioDurableFile implements DurableFile {
  private final FileChannel channel;

  NioDurableFile(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return channel.read(into, position);
  }

  @Override
  public void write(ByteBuffer from, long position) throws IOException {
    long at = position;
    while (from.hasRemaining()) {
      at += channel.write(from, at);
    }
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void truncate(long size) throws IOException {
    if (size > channel.size()) {
      throw new IllegalArgumentException(
          "cannot cut a file of " + channel.size() + " bytes to " + size);
    }
    channel.truncate(size);
  }

  @Override
  public void force(boolean metadata) throws IOException {
    channel.force(metadata);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
