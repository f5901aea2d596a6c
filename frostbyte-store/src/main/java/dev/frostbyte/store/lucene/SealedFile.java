package dev.frostbyte.store.lucene;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.seal.SealBrokenException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * An index file opened for reading: hands out its blocks, opened and authenticated. Shared by an
 * input, its clones and slices; the input that opened it closes it. Thread-safe.
 */
final class SealedFile implements BlockCache.Owner, Closeable {
  private final DurableDirectory files;
  private final String name;
  private final BlockCipher cipher;
  private final BlockCache cache;
  private final boolean cached;
  private final long length;
  private final int lastBlock;
  private final AtomicReferenceArray<byte[]> blocks;
  private final byte[] chances;
  private final Object lock = new Object();
  private DurableFile file;
  private volatile Optional<VectorTable> vectors = Optional.empty();
  private volatile boolean closed;

  private SealedFile(
      DurableDirectory files, String name, FileKey key, BlockCache cache, boolean cached)
      throws IOException {
    this.files = files;
    this.name = name;
    this.cipher = new BlockCipher(key);
    this.cache = cache;
    this.cached = cached;
    this.length = key.length();
    this.lastBlock = SealedFormat.lastBlock(length);
    this.blocks = new AtomicReferenceArray<>(lastBlock + 1);
    this.chances = new byte[lastBlock + 1];
    this.file = files.open(name);
  }

  /** Opens a file after checking its header, its length and its last block. */
  static SealedFile open(
      DurableDirectory files, String name, FileKey key, BlockCache cache, boolean cached)
      throws IOException {
    SealedFile opened = new SealedFile(files, name, key, cache, cached);
    try {
      opened.requireWhole(key);
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void requireWhole(FileKey key) throws IOException {
    byte[] expected =
        ByteBuffer.allocate(SealedFormat.HEADER_BYTES)
            .putInt(SealedFormat.MAGIC)
            .put(key.id())
            .array();
    boolean sameLength = file.size() == SealedFormat.sealedLength(length);
    if (!sameLength || !Arrays.equals(expected, bytes(0, SealedFormat.HEADER_BYTES))) {
      throw new SealBrokenException("an index file is not the one its key was made for");
    }
    block(lastBlock);
  }

  long length() {
    return length;
  }

  /** A block's plain bytes, not to be changed. */
  byte[] block(int block) throws IOException {
    byte[] plain = blocks.getAcquire(block);
    if (plain == null) {
      return load(block);
    }
    if (chances[block] == 0) {
      chances[block] = 1;
    }
    return plain;
  }

  private byte[] load(int block) throws IOException {
    boolean last = block == lastBlock;
    long plainBytes = last ? length - ((long) block << SealedFormat.BLOCK_BITS) : 0;
    int sealedBytes =
        last ? (int) plainBytes + SealedFormat.TAG_BYTES : SealedFormat.SEALED_BLOCK_BYTES;
    byte[] plain = cipher.open(bytes(SealedFormat.offset(block), sealedBytes), block, last);
    if (cached) {
      cache.keep(this, block, plain.length, () -> place(block, plain));
    }
    return plain;
  }

  private byte[] bytes(long position, int count) throws IOException {
    try {
      return bytes(openFile(), position, count);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (ClosedChannelException e) {
      return bytes(reopened(), position, count);
    }
  }

  private static byte[] bytes(DurableFile from, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (from.read(buffer, position + buffer.position()) < 0) {
        throw new SealBrokenException("an index file was cut");
      }
    }
    return buffer.array();
  }

  private DurableFile openFile() {
    synchronized (lock) {
      requireOpen();
      return file;
    }
  }

  /** An interrupted thread closes the channel under all others; they go on with a new one. */
  private DurableFile reopened() throws IOException {
    synchronized (lock) {
      requireOpen();
      file.close();
      file = files.open(name);
      return file;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new AlreadyClosedException("this index file was closed");
    }
  }

  /** The table for vectors of this file, of which it holds one set. */
  VectorTable vectors(int size) {
    synchronized (lock) {
      requireOpen();
      VectorTable table =
          vectors
              .filter(known -> known.size() == size)
              .orElseGet(() -> new VectorTable(cache, size));
      vectors = Optional.of(table);
      return table;
    }
  }

  private boolean place(int block, byte[] plain) {
    return !closed && blocks.compareAndSet(block, null, plain);
  }

  @Override
  public boolean takeChance(int block) {
    boolean used = chances[block] != 0;
    chances[block] = 0;
    return used;
  }

  @Override
  public void drop(int block) {
    blocks.setRelease(block, null);
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      closed = true;
      file.close();
    }
    cache.release(this);
    vectors.ifPresent(VectorTable::close);
  }
}
