package dev.frostbyte.store.lucene;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;

/**
 * Hands out searchers that see every change made before they were asked for. The index is refreshed
 * when someone reads, not at every change. Thread-safe.
 */
final class FreshSearchers implements Closeable {
  private final SearcherManager searchers;
  private final Object lock = new Object();
  private volatile long changed;
  private volatile long seen;

  /** Something done with a searcher. */
  interface Search<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  FreshSearchers(IndexWriter writer) throws IOException {
    this.searchers = new SearcherManager(writer, new Uncached());
  }

  /** Called by the writing thread after a change. */
  void changed() {
    synchronized (lock) {
      changed++;
    }
  }

  <T> T search(Search<T> search) throws IOException {
    refresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  void refresh() throws IOException {
    long wanted = changed;
    if (seen >= wanted) {
      return;
    }
    synchronized (lock) {
      if (seen < wanted) {
        long now = changed;
        searchers.maybeRefreshBlocking();
        seen = now;
      }
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
  }

  /** Searchers without Lucene's query cache, which all indexes of the JVM would share. */
  private static final class Uncached extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }
}
