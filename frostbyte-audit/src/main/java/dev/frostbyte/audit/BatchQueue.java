package dev.frostbyte.audit;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The batch that gathers, the batch that is being written, and the writing. Batches are written by
 * a thread of {@link LogThreads} while there is work, never by a caller, since an interrupt of a
 * caller would close the file under all of them. Thread-safe.
 */
final class BatchQueue {
  private static final int MOST_WAITING_BYTES = 1 << 20;

  private final LogWriter writer;
  private final Sealing sealing;
  private final LogThreads threads;
  private final Patience patience = new Patience();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private Batch gathering = new Batch();
  private Batch inFlight = Batch.finished();
  private long size;
  private boolean writing;
  private boolean sealDue;
  private boolean closed;
  private @Nullable Runnable alarm;
  private @Nullable Throwable failure;

  /** What an earlier opening left under no root gets one. */
  BatchQueue(LogWriter writer, Sealing sealing, LogThreads threads) {
    this.writer = writer;
    this.sealing = sealing;
    this.threads = threads;
    this.size = writer.end().size();
    lock.lock();
    try {
      setAlarm();
    } finally {
      lock.unlock();
    }
  }

  /** Number of entries taken. */
  long size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Gives a commit its place. The caller then waits for the batch if the place says so. */
  Place take(Commit commit, boolean waits) throws IOException {
    lock.lock();
    try {
      requireUsable();
      Batch batch = gathering;
      batch.add(commit);
      Place place = new Place(size, batch, waits || batch.bytes() > MOST_WAITING_BYTES);
      if (commit instanceof Commit.Entry) {
        size++;
        setAlarm();
      }
      if (place.waits) {
        join(batch);
      }
      return place;
    } finally {
      lock.unlock();
    }
  }

  /** The batch after which everything taken so far is durable. */
  Batch last() throws IOException {
    lock.lock();
    try {
      requireUsable();
      return gathering.isEmpty() ? inFlight : join(gathering);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the batch is durable. */
  void await(Batch batch) throws IOException {
    if (!batch.await()) {
      requireWritable();
    }
  }

  /** Fails when the log was closed or a write failed. */
  void requireUsable() throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException("the audit log was closed; open it again");
      }
      requireWritable();
    } finally {
      lock.unlock();
    }
  }

  /** Fails when a write failed. */
  void requireWritable() throws IOException {
    lock.lock();
    try {
      if (failure != null) {
        throw new IOException(
            "an earlier write of the audit log failed ("
                + failure.getClass().getName()
                + "); nothing after it was acknowledged; check the disk and open the log again",
            failure);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes nothing more, seals, and returns once nothing is being written any more.
   *
   * @return false when it was closed before
   */
  boolean close() {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      closed = true;
      cancelAlarm();
      if (failure == null) {
        finish();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    if (mustSeal()) {
      gathering.add(new Commit.Seal());
    }
    if (!gathering.isEmpty()) {
      join(gathering);
    }
    arrival.signal();
    while (writing) {
      idle.awaitUninterruptibly();
    }
  }

  private Batch join(Batch batch) {
    batch.join();
    start();
    if (patience.isOver(batch.callers())) {
      arrival.signal();
    }
    return batch;
  }

  private void start() {
    if (!writing) {
      threads.write(this::drain);
      writing = true;
    }
  }

  private boolean mustSeal() {
    return sealing.byItself() && size > Math.max(writer.signed(), 0);
  }

  private void setAlarm() {
    if (alarm == null && mustSeal()) {
      alarm = threads.after(sealing.after(), this::ring);
    }
  }

  private void cancelAlarm() {
    if (alarm != null) {
      alarm.run();
    }
  }

  /** The oldest entry under no root has waited long enough. */
  private void ring() {
    lock.lock();
    try {
      alarm = null;
      if (!closed && failure == null && mustSeal()) {
        sealDue = true;
        start();
      }
    } finally {
      lock.unlock();
    }
  }

  private void drain() {
    try {
      for (Optional<Work> next = next(); next.isPresent(); next = next()) {
        write(next.get());
      }
    } catch (Throwable broken) {
      poison(broken);
    }
  }

  private void write(Work work) throws IOException {
    long start = System.nanoTime();
    writer.write(work.batch);
    acknowledge(work.batch, System.nanoTime() - start);
    if (work.seal) {
      writer.sign();
    }
  }

  /** What to write next; empty when nobody waits for anything, even if something was recorded. */
  private Optional<Work> next() {
    lock.lock();
    try {
      patience.await(arrival, () -> gathering.callers(), () -> closed);
      boolean waited = gathering.callers() > 0;
      boolean seal = sealDue || sealing.due(writer.unsigned(), waited);
      if (!waited && !seal && !writer.dirty()) {
        writing = false;
        writer.rest();
        idle.signalAll();
        return Optional.empty();
      }
      Work work = new Work(gathering, seal);
      inFlight = gathering;
      gathering = new Batch();
      sealDue = false;
      return Optional.of(work);
    } finally {
      lock.unlock();
    }
  }

  private void acknowledge(Batch batch, long nanos) {
    lock.lock();
    try {
      patience.begin(gathering.callers(), batch.callers(), nanos);
    } finally {
      lock.unlock();
    }
    batch.durable();
  }

  private void poison(Throwable broken) {
    lock.lock();
    try {
      failure = broken;
      writing = false;
      cancelAlarm();
      gathering.lost();
      gathering = new Batch();
      inFlight.lost();
      idle.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Where a commit stands.
   *
   * @param index of the entry, or of the next one
   * @param waits whether the caller must wait for the batch
   */
  record Place(long index, Batch batch, boolean waits) {}

  /**
   * What the writer does next.
   *
   * @param batch possibly empty: then only what is staged is forced
   * @param seal whether a root is signed after it
   */
  private record Work(Batch batch, boolean seal) {}
}
