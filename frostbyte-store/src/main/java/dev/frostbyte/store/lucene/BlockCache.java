package dev.frostbyte.store.lucene;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Bounds the opened blocks and vectors one directory keeps in memory, by second chance (clock). All
 * directories of the JVM together stay under a quarter of its heap, except that each may keep
 * {@link #FLOOR_BYTES}. Thread-safe.
 */
final class BlockCache {
  static final long FLOOR_BYTES = 1024 * 1024;

  private static final AtomicLong ALL = new AtomicLong();
  private static final long ALL_LIMIT = Runtime.getRuntime().maxMemory() / 4;

  private final long limit;
  private final Object lock = new Object();
  private final ArrayDeque<Slot> clock = new ArrayDeque<>();
  private long bytes;

  /** What is kept belongs to an owner, who is told when it must go. */
  interface Owner {
    /** Whether it was used since the last time this was asked; called under the lock. */
    boolean takeChance(int index);

    /** Forgets it; called under the lock. */
    void drop(int index);
  }

  /** Something that is kept. */
  private record Slot(Owner owner, int index, int bytes) {}

  BlockCache(long limit) {
    this.limit = limit;
  }

  /**
   * Keeps something.
   *
   * @param placing puts it in place, under the lock; false when the owner was closed or another
   *     thread was first
   */
  void keep(Owner owner, int index, int size, BooleanSupplier placing) {
    synchronized (lock) {
      if (!placing.getAsBoolean()) {
        return;
      }
      clock.add(new Slot(owner, index, size));
      count(size);
      while (full()) {
        turn(clock.remove());
      }
    }
  }

  private boolean full() {
    return bytes > limit || (ALL.get() > ALL_LIMIT && bytes > FLOOR_BYTES);
  }

  private void turn(Slot slot) {
    if (slot.owner().takeChance(slot.index())) {
      clock.add(slot);
    } else {
      slot.owner().drop(slot.index());
      count(-slot.bytes());
    }
  }

  /** Forgets all of an owner's. */
  void release(Owner owner) {
    synchronized (lock) {
      clock.removeIf(slot -> slot.owner() == owner && dropped(slot));
    }
  }

  private boolean dropped(Slot slot) {
    slot.owner().drop(slot.index());
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
