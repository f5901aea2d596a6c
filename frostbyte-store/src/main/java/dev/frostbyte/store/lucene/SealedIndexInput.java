package dev.frostbyte.store.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.GroupVIntUtil;

/**
 * Reads a range of a {@link SealedFile}: sequentially through the current block, and at any place
 * through {@link RandomAccessInput}, whose methods do not move the position. One thread each for
 * sequential reads; clones and slices are independent.
 */
final class SealedIndexInput extends IndexInput implements RandomAccessInput {
  private static final byte[] NOTHING = new byte[0];

  private final SealedFile file;
  private final long start;
  private final long end;
  private RandomBlocks anywhere;
  private boolean owner;
  private boolean closed;
  private byte[] block = NOTHING;
  private long blockStart;
  private int at;
  private int limit;

  private SealedIndexInput(String description, SealedFile file, long start, long end) {
    super(description);
    this.file = file;
    this.start = start;
    this.end = end;
    this.blockStart = start;
    this.anywhere = new RandomBlocks(file, start, end - start);
  }

  /** The whole file; closing this input closes it. */
  static SealedIndexInput of(String name, SealedFile file) {
    SealedIndexInput input =
        new SealedIndexInput("SealedIndexInput(" + name + ")", file, 0, file.length());
    input.owner = true;
    return input;
  }

  @Override
  public byte readByte() throws IOException {
    if (at == limit) {
      next();
    }
    return block[at++];
  }

  /** Loads the block of the current position, which is at the end of the one before. */
  private void next() throws IOException {
    long position = blockStart + at;
    if (closed) {
      throw new AlreadyClosedException("this input was closed: " + this);
    }
    if (position >= end) {
      throw new EOFException("read past the end: " + this);
    }
    int index = (int) (position >> SealedFormat.BLOCK_BITS);
    block = file.block(index);
    blockStart = (long) index << SealedFormat.BLOCK_BITS;
    at = (int) (position - blockStart);
    limit = (int) Math.min(block.length, end - blockStart);
  }

  @Override
  public void readBytes(byte[] into, int offset, int count) throws IOException {
    int done = 0;
    while (done < count) {
      if (at == limit) {
        next();
      }
      int part = Math.min(count - done, limit - at);
      System.arraycopy(block, at, into, offset + done, part);
      at += part;
      done += part;
    }
  }

  @Override
  public short readShort() throws IOException {
    if (limit - at < Short.BYTES) {
      return super.readShort();
    }
    at += Short.BYTES;
    return (short) RandomBlocks.SHORT.get(block, at - Short.BYTES);
  }

  @Override
  public int readInt() throws IOException {
    if (limit - at < Integer.BYTES) {
      return super.readInt();
    }
    at += Integer.BYTES;
    return (int) RandomBlocks.INT.get(block, at - Integer.BYTES);
  }

  @Override
  public long readLong() throws IOException {
    if (limit - at < Long.BYTES) {
      return super.readLong();
    }
    at += Long.BYTES;
    return (long) RandomBlocks.LONG.get(block, at - Long.BYTES);
  }

  @Override
  public void readGroupVInt(int[] into, int offset) throws IOException {
    byte[] current = block;
    at +=
        GroupVIntUtil.readGroupVInt(
            this,
            limit - at,
            place -> (int) RandomBlocks.INT.get(current, (int) place),
            at,
            into,
            offset);
  }

  @Override
  public void readInts(int[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    int done = 0;
    while (done < count) {
      int part = whole(Integer.BYTES, count - done);
      if (part == 0) {
        into[offset + done++] = readInt();
      } else {
        bulk(part * Integer.BYTES).asIntBuffer().get(into, offset + done, part);
        done += part;
      }
    }
  }

  @Override
  public void readLongs(long[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    int done = 0;
    while (done < count) {
      int part = whole(Long.BYTES, count - done);
      if (part == 0) {
        into[offset + done++] = readLong();
      } else {
        bulk(part * Long.BYTES).asLongBuffer().get(into, offset + done, part);
        done += part;
      }
    }
  }

  @Override
  public void readFloats(float[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    int done = 0;
    while (done < count) {
      int part = whole(Float.BYTES, count - done);
      if (part == 0) {
        into[offset + done++] = Float.intBitsToFloat(readInt());
      } else {
        bulk(part * Float.BYTES).asFloatBuffer().get(into, offset + done, part);
        done += part;
      }
    }
  }

  /** How many values of this size, at most so many, lie wholly in the current block. */
  private int whole(int bytes, int most) throws IOException {
    if (at == limit) {
      next();
    }
    return Math.min(most, (limit - at) / bytes);
  }

  private ByteBuffer bulk(int bytes) {
    ByteBuffer view = ByteBuffer.wrap(block, at, bytes).order(ByteOrder.LITTLE_ENDIAN);
    at += bytes;
    return view;
  }

  @Override
  public long getFilePointer() {
    return blockStart + at - start;
  }

  @Override
  public void seek(long position) throws IOException {
    if (position < 0) {
      throw new IllegalArgumentException("cannot seek to " + position + ": " + this);
    }
    if (position > length()) {
      throw new EOFException("seek past the end: " + position + " of " + length() + ": " + this);
    }
    long inBlock = start + position - blockStart;
    if (inBlock >= 0 && inBlock <= limit) {
      at = (int) inBlock;
    } else {
      leave(start + position);
    }
  }

  private void leave(long position) {
    block = NOTHING;
    blockStart = position;
    at = 0;
    limit = 0;
  }

  @Override
  public long length() {
    return end - start;
  }

  @Override
  public SealedIndexInput clone() {
    SealedIndexInput clone = (SealedIndexInput) super.clone();
    clone.owner = false;
    clone.anywhere = new RandomBlocks(file, start, end - start);
    return clone;
  }

  @Override
  public IndexInput slice(String description, long offset, long length) {
    if (offset < 0 || length < 0 || offset > length() - length) {
      throw new IllegalArgumentException(
          "no slice [" + offset + ", +" + length + ") of " + length() + " bytes: " + this);
    }
    if (closed) {
      throw new AlreadyClosedException("this input was closed: " + this);
    }
    String name = getFullSliceDescription(description);
    return new SealedIndexInput(name, file, start + offset, start + offset + length);
  }

  /** The table for the vectors this input reads. */
  VectorTable vectors(int size) {
    return file.vectors(size);
  }

  @Override
  public byte readByte(long position) throws IOException {
    return anywhere.readByte(position);
  }

  @Override
  public void readBytes(long position, byte[] into, int offset, int count) throws IOException {
    anywhere.readBytes(position, into, offset, count);
  }

  @Override
  public short readShort(long position) throws IOException {
    return anywhere.readShort(position);
  }

  @Override
  public int readInt(long position) throws IOException {
    return anywhere.readInt(position);
  }

  @Override
  public long readLong(long position) throws IOException {
    return anywhere.readLong(position);
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    leave(blockStart + at);
    closed = true;
    anywhere.close();
    if (owner) {
      file.close();
    }
  }
}
