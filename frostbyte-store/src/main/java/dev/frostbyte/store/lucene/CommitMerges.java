package dev.frostbyte.store.lucene;

import java.io.IOException;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;

/**
 * Merges in the thread that asks for it (commit, purge, close) and never in one that only refreshes
 * a reader, so that a search does not wait for a merge it set off, and no tenant has threads of its
 * own.
 */
final class CommitMerges extends MergeScheduler {
  private final Object lock = new Object();

  @Override
  public void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    if (trigger != MergeTrigger.EXPLICIT && trigger != MergeTrigger.CLOSING) {
      return;
    }
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
