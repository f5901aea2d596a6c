package dev.frostbyte.store.lucene;

import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.lucene.store.IndexOutput;

/**
 * Seals a file block by block as it is written. The last block is known only at the end, so one
 * block stays back until more comes. One thread.
 */
final class SealedIndexOutput extends IndexOutput {
  /** Told how many plain bytes a file has once it is whole. */
  interface Completion {
    void completed(long length);
  }

  private final DurableFile file;
  private final BlockCipher cipher;
  private final Completion completion;
  private final CRC32 checksum = new CRC32();
  private final byte[] plain = new byte[SealedFormat.BLOCK_BYTES];
  private final byte[] sealed = new byte[SealedFormat.SEALED_BLOCK_BYTES];
  private int filled;
  private int checked;
  private int block;
  private boolean closed;

  SealedIndexOutput(String name, DurableFile file, FileKey key, Completion completion)
      throws IOException {
    super("SealedIndexOutput(" + name + ")", name);
    this.file = file;
    this.cipher = new BlockCipher(key);
    this.completion = completion;
    ByteBuffer header = ByteBuffer.allocate(SealedFormat.HEADER_BYTES);
    file.write(header.putInt(SealedFormat.MAGIC).put(key.id()).flip(), 0);
  }

  @Override
  public void writeByte(byte value) throws IOException {
    if (filled == plain.length) {
      drain(false);
    }
    plain[filled++] = value;
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == plain.length) {
        drain(false);
      }
      int part = Math.min(length - done, plain.length - filled);
      System.arraycopy(bytes, offset + done, plain, filled, part);
      filled += part;
      done += part;
    }
  }

  private void drain(boolean last) throws IOException {
    updateChecksum();
    int length = cipher.seal(plain, filled, block, last, sealed);
    file.write(ByteBuffer.wrap(sealed, 0, length), SealedFormat.offset(block));
    block++;
    filled = 0;
    checked = 0;
  }

  private void updateChecksum() {
    checksum.update(plain, checked, filled - checked);
    checked = filled;
  }

  @Override
  public long getFilePointer() {
    return ((long) block << SealedFormat.BLOCK_BITS) + filled;
  }

  @Override
  public long getChecksum() {
    updateChecksum();
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    long length = getFilePointer();
    try (file) {
      drain(true);
    }
    completion.completed(length);
  }
}
