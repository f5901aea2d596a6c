package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Puts concurrent callers in one order and lets them share forces: while one batch is being forced
 * the next gathers. Batches are written by a virtual thread that lives while there is work, never
 * by a caller, since an interrupt of a caller would close the file under all of them. Thread-safe.
 */
final class GroupCommit {
  private static final int MOST_WAITING_BYTES = 1 << 20;

  private final LogWriter writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private List<Commit> waiting = new ArrayList<>();
  private long waitingBytes;
  private long size;
  private long taken;
  private long wanted;
  private long durable;
  private boolean writing;
  private boolean closed;
  private @Nullable Throwable failure;

  GroupCommit(LogWriter writer) {
    this.writer = writer;
    this.size = writer.end().size();
  }

  long size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  Optional<Checkpoint> newest() {
    return writer.newest();
  }

  /** Returns the entry's index once it is durable. */
  long append(Commit.Entry entry) throws IOException {
    lock.lock();
    try {
      long index = add(entry);
      await(taken);
      return index;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the entry's index at once, unless so much waits that memory would suffer. */
  long record(Commit.Entry entry) throws IOException {
    lock.lock();
    try {
      long index = add(entry);
      if (waitingBytes > MOST_WAITING_BYTES) {
        await(taken);
      }
      return index;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the newest root once it is durable. */
  Checkpoint seal() throws IOException {
    lock.lock();
    try {
      requireUsable();
      take(new Commit.Seal());
      await(taken);
      return writer.newest().orElseThrow();
    } finally {
      lock.unlock();
    }
  }

  /** Makes everything taken so far durable. */
  End settle() throws IOException {
    lock.lock();
    try {
      requireUsable();
      await(taken);
      return writer.end();
    } finally {
      lock.unlock();
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

  /** Makes everything durable and closes the journal; the second call does nothing. */
  void close() throws IOException {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      finish();
    } finally {
      lock.unlock();
    }
  }

  private void finish() throws IOException {
    boolean done = false;
    try {
      requireWritable();
      await(taken);
      writer.journal().close();
      done = true;
    } finally {
      if (!done) {
        writer.journal().abandon();
      }
    }
  }

  private long add(Commit.Entry entry) throws IOException {
    requireUsable();
    take(entry);
    return size++;
  }

  private void take(Commit commit) {
    waiting.add(commit);
    waitingBytes += commit.bytes();
    taken++;
  }

  private void await(long ticket) throws IOException {
    wanted = Math.max(wanted, ticket);
    while (durable < ticket) {
      requireWritable();
      if (!writing) {
        writing = true;
        Thread.ofVirtual().name("frostbyte-audit-writer").start(this::drain);
      }
      progress.awaitUninterruptibly();
    }
  }

  private void requireWritable() throws IOException {
    if (failure != null) {
      throw new IOException(
          "an earlier write of the audit log failed ("
              + failure.getClass().getName()
              + "); nothing after it was acknowledged; check the disk and open the log again",
          failure);
    }
  }

  private void drain() {
    List<Commit> batch = next();
    while (!batch.isEmpty()) {
      try {
        writer.write(batch);
        settled(batch.size());
      } catch (Throwable broken) {
        poison(broken);
        return;
      }
      batch = next();
    }
  }

  /** The next batch; empty when nobody waits for one, even if something was recorded. */
  private List<Commit> next() {
    lock.lock();
    try {
      if (durable >= wanted) {
        writing = false;
        return List.of();
      }
      List<Commit> batch = waiting;
      waiting = new ArrayList<>();
      waitingBytes = 0;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void settled(int commits) {
    lock.lock();
    try {
      durable += commits;
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void poison(Throwable broken) {
    lock.lock();
    try {
      failure = broken;
      writing = false;
      waiting = new ArrayList<>();
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
