package dev.frostbyte.testkit;

import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A file system in memory that knows what is on stable storage and can show what a crash would
 * leave. Drive durable code on {@link #root}, stop it anywhere, and open the code again on {@link
 * #afterPowerLoss}: everything it acknowledged must be there.
 *
 * <pre>{@code
 * CrashFileSystem disk = new CrashFileSystem();
 * disk.cutPowerAt(17);                        // the 17th change is in flight when the power goes
 * try { work(disk.root()); } catch (IOException expected) { }
 * for (int seed = 0; seed < 100; seed++) {
 *   check(disk.afterPowerLoss(new Random(seed)).root());
 * }
 * }</pre>
 *
 * <p>What is promised to the code is what {@link DurableDirectory} and {@link
 * dev.frostbyte.api.file.DurableFile} promise, and no more:
 *
 * <ul>
 *   <li>Written bytes are durable after {@code force}; before, each sector of 512 bytes may hold
 *       any of the contents it had since. A sector is not torn itself, except by {@link
 *       #afterPowerLossTearingSectors}.
 *   <li>A new length is durable after {@code force(true)} only.
 *   <li>Creates, renames and deletes are durable after {@code sync}; before, each may have happened
 *       or not, in any combination. A rename is atomic. Forcing a file does not keep its name.
 *   <li>{@code directory} is durable on return.
 *   <li>After a failed force or sync, later ones do not make durable what the failed one should
 *       have; only writing it again does.
 * </ul>
 *
 * <p>Thread-safe; one lock for all.
 */
public final class CrashFileSystem {
  /** Bytes that are written as a whole or not at all. */
  public static final int SECTOR = 512;

  private final Map<Operation, Long> counts = new EnumMap<>(Operation.class);
  private final Set<Operation> ignored = EnumSet.noneOf(Operation.class);
  private final CrashFolder root;
  private long changes;
  private long failure = Long.MAX_VALUE;
  private long powerCut = Long.MAX_VALUE;

  /** An empty file system. */
  public CrashFileSystem() {
    this.root = new CrashFolder(this);
  }

  private CrashFileSystem(CrashFolder original, Crash crash) {
    this.root = original.after(crash, this);
  }

  /** The topmost directory. */
  public DurableDirectory root() {
    return root;
  }

  /** How often an operation was called so far. */
  public synchronized long count(Operation operation) {
    return counts.getOrDefault(operation, 0L);
  }

  /** Number of operations so far that change something or make it durable. */
  public synchronized long changes() {
    return changes;
  }

  /**
   * Makes one change fail with {@link IOException}: a write after half of its bytes, a force or
   * sync with what it should have kept in doubt for good, anything else without effect. Reads go
   * on.
   *
   * @param change which change counted from now, from 1
   */
  public synchronized void failAt(long change) {
    failure = changes + change;
  }

  /**
   * Cuts the power during a change: it is begun, and it and everything after it, reads too, fails
   * with {@link IOException}.
   *
   * @param change which change counted from now, from 1
   */
  public synchronized void cutPowerAt(long change) {
    powerCut = changes + change;
  }

  /** Cuts the power now. */
  public synchronized void cutPower() {
    powerCut = changes;
  }

  /**
   * From now on exactly these operations are acknowledged and not done: a disk that lies. Shows
   * that a test would notice if the code left them out.
   *
   * @param lies {@link Operation#FORCE} or {@link Operation#SYNC}; none for an honest disk
   */
  public synchronized void ignore(Operation... lies) {
    ignored.clear();
    Collections.addAll(ignored, lies);
    if (!EnumSet.of(Operation.FORCE, Operation.SYNC).containsAll(ignored)) {
      throw new IllegalArgumentException("only FORCE and SYNC can be ignored");
    }
  }

  /**
   * A file system as it could be found after the power goes now; this one stays as it is. Each file
   * and directory gets one fate: what was not durable is lost, kept, kept up to some moment, kept
   * for some operations, or kept for some sectors.
   *
   * @param random decides; the same seed gives the same state
   */
  public synchronized CrashFileSystem afterPowerLoss(Random random) {
    return new CrashFileSystem(root, Crash.random(random));
  }

  /**
   * As {@link #afterPowerLoss}, on a disk that does not even write sectors as a whole: of one that
   * arrived, only a first part may have. For code that promises to bear it.
   */
  public synchronized CrashFileSystem afterPowerLossTearingSectors(Random random) {
    return new CrashFileSystem(root, Crash.tearing(random));
  }

  /** The file system after a power loss that takes everything that was not durable. */
  public synchronized CrashFileSystem withDurableOnly() {
    return new CrashFileSystem(root, Crash.losingEverything());
  }

  /** The file system after the process was killed: everything it wrote is there and durable. */
  public synchronized CrashFileSystem afterKill() {
    return new CrashFileSystem(root, Crash.losingNothing());
  }

  /**
   * Counts an operation and says what is to become of it.
   *
   * @throws IOException when the power is off
   */
  synchronized Fate enter(Operation operation) throws IOException {
    if (changes >= powerCut) {
      throw new IOException("the power is off");
    }
    counts.merge(operation, 1L, Long::sum);
    if (!operation.changes) {
      return Fate.DONE;
    }
    changes++;
    if (changes >= powerCut) {
      return Fate.CUT;
    }
    if (changes == failure) {
      return Fate.FAILED;
    }
    return ignored.contains(operation) ? Fate.IGNORED : Fate.DONE;
  }

  /** Number of the current change, which orders what is not durable. */
  long now() {
    return changes;
  }

  /** What becomes of an operation. */
  enum Fate {
    DONE,
    IGNORED,
    FAILED,
    CUT;

    /** Fails unless the operation was done or is said to be. */
    void report(Operation operation) throws IOException {
      switch (this) {
        case DONE, IGNORED -> {}
        case FAILED -> throw new IOException("injected failure of " + operation);
        case CUT -> throw new IOException("the power went during " + operation);
      }
    }
  }

  /** What durable code can ask of the file system. */
  public enum Operation {
    /** {@code list, exists, size}. */
    LOOK(false),
    /** {@code open}. */
    OPEN(false),
    /** {@code read}. */
    READ(false),
    /** {@code create}. */
    CREATE(true),
    /** {@code write}. */
    WRITE(true),
    /** {@code truncate}. */
    TRUNCATE(true),
    /** {@code force}. */
    FORCE(true),
    /** {@code rename}. */
    RENAME(true),
    /** {@code delete} of something that exists. */
    DELETE(true),
    /** {@code sync}. */
    SYNC(true),
    /** {@code directory} of one that does not exist. */
    DIRECTORY(true);

    private final boolean changes;

    Operation(boolean changes) {
      this.changes = changes;
    }
  }
}
