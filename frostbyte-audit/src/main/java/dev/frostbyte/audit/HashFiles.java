package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes of complete subtrees of height 0, 8, 16, 24 and 32, one flat file for each: what the tiles
 * of an export hold. One thread; whoever opens it closes it.
 */
final class HashFiles implements TreeHashes, Closeable {
  private static final int LEVELS = 5;
  private static final int LEVEL_HEIGHT = 8;
  private static final int STAGED = 2 * Tiles.WIDTH * Sha256.BYTES;

  private final Sha256 sha = new Sha256();
  private final List<DurableFile> levels = new ArrayList<>();
  private final ByteBuffer staged = ByteBuffer.allocate(STAGED);
  private long count;

  private HashFiles() {}

  static HashFiles open(DurableDirectory files) throws IOException {
    HashFiles opened = new HashFiles();
    boolean done = false;
    try {
      for (int level = 0; level < LEVELS; level++) {
        String name = "hashes-" + level;
        opened.levels.add(files.exists(name) ? files.open(name) : files.create(name));
      }
      opened.count = opened.stored(0);
      done = true;
      return opened;
    } finally {
      if (!done) {
        opened.close();
      }
    }
  }

  /** Leaf hashes held. */
  long count() {
    return count;
  }

  /** Whether the files can be those of a log of this size. */
  boolean plausible(long size) throws IOException {
    boolean plausible = count <= size;
    for (int level = 1; level < LEVELS; level++) {
      plausible &= stored(level) == count >>> (level * LEVEL_HEIGHT);
    }
    return plausible;
  }

  /** Forgets everything. */
  void clear() throws IOException {
    for (DurableFile level : levels) {
      level.truncate(0);
    }
    staged.clear();
    count = 0;
  }

  /** Adds the next leaf hash. */
  void append(byte[] leafHash) throws IOException {
    staged.put(leafHash);
    if (!staged.hasRemaining()) {
      flush();
    }
  }

  /** Writes what was added, and the hashes above that it completes. */
  void flush() throws IOException {
    long before = count;
    long added = staged.position() / Sha256.BYTES;
    levels.getFirst().write(staged.flip(), before * Sha256.BYTES);
    staged.clear();
    count += added;
    for (int level = 1; level < LEVELS; level++) {
      int shift = level * LEVEL_HEIGHT;
      for (long number = before >>> shift; number < count >>> shift; number++) {
        byte[] hash = Tiles.subtree(sha, hashes(level - 1, number * Tiles.WIDTH, Tiles.WIDTH));
        levels.get(level).write(ByteBuffer.wrap(hash), number * Sha256.BYTES);
      }
    }
  }

  @Override
  public byte[] complete(int height, long index) throws IOException {
    int level = Math.min(height / LEVEL_HEIGHT, LEVELS - 1);
    int above = height - level * LEVEL_HEIGHT;
    return Tiles.subtree(sha, hashes(level, index << above, 1 << above));
  }

  private byte[] hashes(int level, long first, int number) throws IOException {
    ByteBuffer hashes = ByteBuffer.allocate(number * Sha256.BYTES);
    long start = first * Sha256.BYTES;
    while (hashes.hasRemaining()
        && levels.get(level).read(hashes, start + hashes.position()) >= 0) {
      continue;
    }
    return hashes.array();
  }

  private long stored(int level) throws IOException {
    return levels.get(level).size() / Sha256.BYTES;
  }

  @Override
  public void close() throws IOException {
    for (DurableFile level : levels) {
      level.close();
    }
  }
}
