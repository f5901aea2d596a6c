package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.BatchQueue.Place;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.util.Optional;

/**
 * Puts concurrent callers in one order and lets them share forces: while one batch is being forced
 * the next gathers. Thread-safe.
 *
 * <p>The log seals itself as {@link Sealing} says: after a batch was acknowledged a root is signed,
 * whose frame the next batch's force makes durable, or one of its own when no batch waits.
 */
final class GroupCommit {
  private final LogWriter writer;
  private final BatchQueue queue;

  GroupCommit(LogWriter writer, Sealing sealing, LogThreads threads) {
    this.writer = writer;
    this.queue = new BatchQueue(writer, sealing, threads);
  }

  long size() {
    return queue.size();
  }

  /** The newest root that is durable. */
  Optional<Checkpoint> newest() {
    return writer.newest();
  }

  /** How the log can be gone on with; for who has closed it. */
  Resume resume(Roots roots, Checkpoint newest) {
    return writer.journal().resume(roots, newest);
  }

  /** Returns the entry's index once it is durable. */
  long append(Commit.Entry entry) throws IOException {
    return done(entry).index();
  }

  /** Returns the entry's index at once, unless so much waits that memory would suffer. */
  long record(Commit.Entry entry) throws IOException {
    Place place = queue.take(entry, false);
    if (place.waits()) {
      queue.await(place.batch());
    }
    return place.index();
  }

  /** Returns the newest root once it is durable. */
  Checkpoint seal() throws IOException {
    done(new Commit.Seal());
    return writer.newest().orElseThrow();
  }

  /** Signs a root with the key in force and lets another sign from then on. */
  void handOver(RootSigner next) throws IOException {
    done(new Commit.HandOver(next));
  }

  /** Returns the newest root with what is known about it once the evidence is durable. */
  Checkpoint keep(Evidence evidence) throws IOException {
    done(new Commit.Witnessed(evidence));
    return writer.newest().orElseThrow();
  }

  /** Makes everything taken so far durable. */
  End settle() throws IOException {
    queue.await(queue.last());
    return writer.end();
  }

  /** Fails when the log was closed or a write failed. */
  void requireUsable() throws IOException {
    queue.requireUsable();
  }

  /** Makes everything durable, seals, and closes the journal; the second call does nothing. */
  void close() throws IOException {
    if (!queue.close()) {
      return;
    }
    boolean done = false;
    try {
      queue.requireWritable();
      writer.journal().close();
      done = true;
    } finally {
      if (!done) {
        writer.journal().abandon();
      }
    }
  }

  /** Returns once the commit is durable. */
  private Place done(Commit commit) throws IOException {
    Place place = queue.take(commit, true);
    queue.await(place.batch());
    return place;
  }
}
