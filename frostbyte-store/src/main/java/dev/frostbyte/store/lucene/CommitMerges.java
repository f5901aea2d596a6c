package dev.frostbyte.store.lucene;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;

/**
 * Merges in the thread that asks for it (commit, purge, close) and never in one that only refreshes
 * a reader, so that a search does not wait for a merge it set off, and no tenant has threads of its
 * own. Merges that others set off wait for {@link #runWaiting}. Thread-safe.
 */
final class CommitMerges extends MergeScheduler {
  private final Object lock = new Object();
  private volatile Optional<MergeSource> waiting = Optional.empty();

  @Override
  public void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    if (trigger == MergeTrigger.EXPLICIT || trigger == MergeTrigger.CLOSING) {
      run(source);
    } else {
      waiting = Optional.of(source);
    }
  }

  /** Runs merges set off by a flush or a refresh. */
  void runWaiting() throws IOException {
    Optional<MergeSource> source = waiting;
    if (source.isPresent()) {
      run(source.get());
    }
  }

  private void run(MergeSource source) throws IOException {
    synchronized (lock) {
      MergePolicy.OneMerge merge = source.getNextMerge();
      while (merge != null) {
        source.merge(merge);
        merge = source.getNextMerge();
      }
    }
  }

  @Override
  public void close() {}
}
