package dev.frostbyte.store.lucene;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the opened blocks one directory keeps in memory, by second chance (clock). All directories
 * of the JVM together stay under a quarter of its heap, except that each may keep {@link
 * #FLOOR_BYTES}. Thread-safe.
 */
final class BlockCache {
  static final long FLOOR_BYTES = 1024 * 1024;

  private static final AtomicLong ALL = new AtomicLong();
  private static final long ALL_LIMIT = Runtime.getRuntime().maxMemory() / 4;

  private final long limit;
  private final Object lock = new Object();
  private final ArrayDeque<Slot> clock = new ArrayDeque<>();
  private long bytes;

  /** A block that is kept. */
  private record Slot(SealedFile file, int block, int bytes) {}

  BlockCache(long limit) {
    this.limit = limit;
  }

  /** Keeps a block, unless the file was closed or another thread was first. */
  void keep(SealedFile file, int block, byte[] plain) {
    synchronized (lock) {
      if (!file.place(block, plain)) {
        return;
      }
      clock.add(new Slot(file, block, plain.length));
      count(plain.length);
      while (full()) {
        turn(clock.remove());
      }
    }
  }

  private boolean full() {
    return bytes > limit || (ALL.get() > ALL_LIMIT && bytes > FLOOR_BYTES);
  }

  private void turn(Slot slot) {
    if (slot.file().takeChance(slot.block())) {
      clock.add(slot);
    } else {
      slot.file().drop(slot.block());
      count(-slot.bytes());
    }
  }

  /** Forgets a file's blocks. */
  void release(SealedFile file) {
    synchronized (lock) {
      clock.removeIf(slot -> slot.file() == file && dropped(slot));
    }
  }

  private boolean dropped(Slot slot) {
    slot.file().drop(slot.block());
    count(-slot.bytes());
    return true;
  }

  private void count(long change) {
    bytes += change;
    ALL.addAndGet(change);
  }

  long bytes() {
    synchronized (lock) {
      return bytes;
    }
  }
}
