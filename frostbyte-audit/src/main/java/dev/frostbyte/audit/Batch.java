package dev.frostbyte.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Commits that share a force, and the callers that wait for it. Guarded by the lock of the {@link
 * GroupCommit}, except that callers wait without it: the writer wakes the first and each wakes the
 * next.
 */
final class Batch {
  private static final int PENDING = 0;
  private static final int DURABLE = 1;
  private static final int LOST = 2;

  private final List<Commit> commits = new ArrayList<>();
  private final Outcome outcome = new Outcome();
  private long bytes;
  private int callers;

  /** A batch that is done. */
  static Batch finished() {
    Batch batch = new Batch();
    batch.durable();
    return batch;
  }

  void add(Commit commit) {
    commits.add(commit);
    bytes += commit.bytes();
  }

  List<Commit> commits() {
    return commits;
  }

  boolean isEmpty() {
    return commits.isEmpty();
  }

  /** Bytes held in memory. */
  long bytes() {
    return bytes;
  }

  /** Counts a caller that will wait. */
  Batch join() {
    callers++;
    return this;
  }

  /** Callers that wait, or did. */
  int callers() {
    return callers;
  }

  /** Lets the callers go on: everything is on stable storage. */
  void durable() {
    outcome.releaseShared(DURABLE);
  }

  /** Lets the callers go on: nothing is known of what was not yet durable. */
  void lost() {
    outcome.releaseShared(LOST);
  }

  /** Waits, whatever interrupts; whether the batch is durable. */
  boolean await() {
    outcome.acquireShared(0);
    return outcome.is(DURABLE);
  }

  /** Opens once, for all. */
  private static final class Outcome extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    boolean is(int state) {
      return getState() == state;
    }

    @Override
    protected int tryAcquireShared(int ignored) {
      return getState() == PENDING ? -1 : 1;
    }

    @Override
    protected boolean tryReleaseShared(int state) {
      return compareAndSetState(PENDING, state);
    }
  }
}
