package dev.frostbyte.store.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.store.AlreadyClosedException;

/** Reads values at any place of a range of a {@link SealedFile}. Thread-safe until closed. */
final class RandomBlocks {
  static final VarHandle SHORT = view(short[].class);
  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);

  private final SealedFile file;
  private final long start;
  private final long length;
  private volatile boolean closed;

  RandomBlocks(SealedFile file, long start, long length) {
    this.file = file;
    this.start = start;
    this.length = length;
  }

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  byte readByte(long position) throws IOException {
    long absolute = absolute(position, Byte.BYTES);
    return block(absolute)[inBlock(absolute)];
  }

  void readBytes(long position, byte[] into, int offset, int count) throws IOException {
    long absolute = absolute(position, count);
    int done = 0;
    while (done < count) {
      byte[] from = block(absolute + done);
      int place = inBlock(absolute + done);
      int part = Math.min(count - done, from.length - place);
      System.arraycopy(from, place, into, offset + done, part);
      done += part;
    }
  }

  short readShort(long position) throws IOException {
    long absolute = absolute(position, Short.BYTES);
    return whole(absolute, Short.BYTES)
        ? (short) SHORT.get(block(absolute), inBlock(absolute))
        : (short) SHORT.get(gathered(position, Short.BYTES), 0);
  }

  int readInt(long position) throws IOException {
    long absolute = absolute(position, Integer.BYTES);
    return whole(absolute, Integer.BYTES)
        ? (int) INT.get(block(absolute), inBlock(absolute))
        : (int) INT.get(gathered(position, Integer.BYTES), 0);
  }

  long readLong(long position) throws IOException {
    long absolute = absolute(position, Long.BYTES);
    return whole(absolute, Long.BYTES)
        ? (long) LONG.get(block(absolute), inBlock(absolute))
        : (long) LONG.get(gathered(position, Long.BYTES), 0);
  }

  private static boolean whole(long absolute, int count) {
    return inBlock(absolute) <= SealedFormat.BLOCK_BYTES - count;
  }

  private byte[] gathered(long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    readBytes(position, bytes, 0, count);
    return bytes;
  }

  private long absolute(long position, int count) throws IOException {
    if (position < 0 || position > length - count) {
      throw new EOFException("read past the end: " + position + " of " + length);
    }
    return start + position;
  }

  private byte[] block(long absolute) throws IOException {
    if (closed) {
      throw new AlreadyClosedException("this input was closed");
    }
    return file.block((int) (absolute >> SealedFormat.BLOCK_BITS));
  }

  private static int inBlock(long absolute) {
    return (int) absolute & (SealedFormat.BLOCK_BYTES - 1);
  }

  void close() {
    closed = true;
  }
}
