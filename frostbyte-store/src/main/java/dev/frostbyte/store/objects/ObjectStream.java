package dev.frostbyte.store.objects;

import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.seal.SealBrokenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Reads a file of known length from its start; a file that ends before is an error. One thread. */
final class ObjectStream extends InputStream {
  private final DurableFile file;
  private final long length;
  private long position;

  ObjectStream(DurableFile file, long length) {
    this.file = file;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    if (count == 0) {
      return 0;
    }
    if (position == length) {
      return -1;
    }
    int part = (int) Math.min(count, length - position);
    int read = file.read(ByteBuffer.wrap(into, offset, part), position);
    if (read < 0) {
      throw new SealBrokenException("an object ended at byte " + position + " of " + length);
    }
    position += read;
    return read;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, length - position);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
