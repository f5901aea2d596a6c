package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.DocumentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for each document at work, so that equal files of one batch, or a file and its erasure,
 * do not meet, and unrelated documents never wait for each other. A lock exists while somebody
 * holds it or waits for it. Thread-safe.
 */
final class DocumentLocks {
  private final Map<DocumentId, Entry> entries = new HashMap<>();

  /** Waits for the document; whoever gets it closes it, on the same thread. */
  Held hold(DocumentId document) {
    Entry entry;
    synchronized (entries) {
      entry = entries.computeIfAbsent(document, id -> new Entry());
      entry.users++;
    }
    entry.lock.lock();
    return () -> leave(document, entry);
  }

  /**
   * Waits for several documents. In one order, so that two who do so never wait for each other;
   * whoever does must hold none, and whoever holds one must not wait for another.
   */
  Held hold(Collection<DocumentId> documents) {
    List<Held> all = new ArrayList<>();
    documents.stream()
        .distinct()
        .sorted(Comparator.comparing(DocumentId::value))
        .forEach(document -> all.add(hold(document)));
    return () -> all.reversed().forEach(Held::close);
  }

  /** Documents somebody holds or waits for. */
  int size() {
    synchronized (entries) {
      return entries.size();
    }
  }

  private void leave(DocumentId document, Entry entry) {
    entry.lock.unlock();
    synchronized (entries) {
      entry.users--;
      if (entry.users == 0) {
        entries.remove(document);
      }
    }
  }

  /** A document nobody else works on. */
  @FunctionalInterface
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Entry {
    private final ReentrantLock lock = new ReentrantLock();
    private int users;
  }
}
