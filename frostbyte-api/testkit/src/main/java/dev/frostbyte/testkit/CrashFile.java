package dev.frostbyte.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The bytes of one file: as read now, as durable, and what happened between. Guarded by the lock.
 */
final class CrashFile implements CrashNode {
  private static final int SECTOR = CrashFileSystem.SECTOR;

  private final List<Change> changes = new ArrayList<>();
  private final BitSet dirty = new BitSet();
  private byte[] current = new byte[0];
  private byte[] durable = new byte[0];
  private long length;
  private long durableLength;
  private boolean resized;

  long length() {
    return length;
  }

  int read(ByteBuffer into, long position) {
    if (position >= length) {
      return -1;
    }
    int bytes = (int) Math.min(into.remaining(), length - position);
    into.put(current, (int) position, bytes);
    return bytes;
  }

  void write(ByteBuffer from, long position, long change) {
    int start = Math.toIntExact(position);
    int bytes = from.remaining();
    int end = Math.addExact(start, bytes);
    grow(end);
    from.get(current, start, bytes);
    touched(start, end, change);
    resize(Math.max(length, end), change);
  }

  void truncate(long size, long change) {
    int start = Math.toIntExact(size);
    int end = Math.toIntExact(length);
    Arrays.fill(current, start, end, (byte) 0);
    touched(start, end, change);
    resize(size, change);
  }

  /** Makes the bytes durable, and the length if asked. */
  void force(boolean metadata) {
    durable = Arrays.copyOf(durable, current.length);
    dirty.stream().forEach(sector -> copySector(current, durable, sector));
    changes.removeIf(change -> change.sector >= 0 && dirty.get(change.sector));
    dirty.clear();
    if (metadata && resized) {
      durableLength = length;
      resized = false;
      changes.removeIf(change -> change.sector < 0);
    }
  }

  /** What a failed force leaves: nothing durable, and no later force makes up for it. */
  void doubt() {
    dirty.clear();
    resized = false;
  }

  @Override
  public CrashFile after(Crash crash, CrashFileSystem system) {
    LongPredicate fate = crash.fate();
    byte[] left = Arrays.copyOf(durable, current.length);
    long leftLength = durableLength;
    for (Change change : changes) {
      boolean kept = fate.test(change.number);
      if (kept && change.sector >= 0) {
        int arriving = crash.arriving().getAsInt();
        System.arraycopy(change.bytes, 0, left, change.sector * SECTOR, arriving);
      }
      leftLength = kept && change.sector < 0 ? change.length : leftLength;
    }
    return found(left, leftLength);
  }

  private static CrashFile found(byte[] bytes, long length) {
    CrashFile file = new CrashFile();
    int sectors = Math.toIntExact((length + SECTOR - 1) / SECTOR);
    file.durable = Arrays.copyOf(bytes, sectors * SECTOR);
    Arrays.fill(file.durable, Math.toIntExact(length), file.durable.length, (byte) 0);
    file.current = file.durable.clone();
    file.length = length;
    file.durableLength = length;
    return file;
  }

  private void touched(int start, int end, long change) {
    for (int sector = start / SECTOR; sector * SECTOR < end; sector++) {
      byte[] bytes = Arrays.copyOfRange(current, sector * SECTOR, (sector + 1) * SECTOR);
      changes.add(new Change(change, sector, bytes, 0));
      dirty.set(sector);
    }
  }

  private void resize(long size, long change) {
    if (size != length) {
      length = size;
      resized = true;
      changes.add(new Change(change, -1, new byte[0], size));
    }
  }

  private void grow(int end) {
    if (end > current.length) {
      int wanted = Math.max(end, Math.min(2 * current.length, current.length + (1 << 20)));
      current = Arrays.copyOf(current, (wanted + SECTOR - 1) / SECTOR * SECTOR);
    }
  }

  private static void copySector(byte[] from, byte[] to, int sector) {
    System.arraycopy(from, sector * SECTOR, to, sector * SECTOR, SECTOR);
  }

  /**
   * A sector's content, or a new length, that is not durable yet.
   *
   * @param number of the change that made it
   * @param sector -1 for a length
   */
  private record Change(long number, int sector, byte[] bytes, long length) {}
}
