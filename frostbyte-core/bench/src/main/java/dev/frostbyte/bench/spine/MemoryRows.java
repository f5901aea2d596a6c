package dev.frostbyte.bench.spine;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Rows in memory, forgotten when closed. */
final class MemoryRows implements DocumentStore {
  private final ConcurrentSkipListMap<String, PublishedDocument> documents =
      new ConcurrentSkipListMap<>();
  private volatile long position;

  @Override
  public Optional<DocumentRow> document(DocumentId document) {
    return Optional.ofNullable(documents.get(document.value())).map(PublishedDocument::row);
  }

  @Override
  public Optional<ChunkRow> chunk(ChunkId chunk) {
    return Optional.empty();
  }

  @Override
  public List<DocumentRow> documents(String after, int limit) {
    return documents.tailMap(after, false).values().stream()
        .limit(limit)
        .map(PublishedDocument::row)
        .toList();
  }

  @Override
  public Counts counts() {
    return new Counts(
        documents.size(), documents.values().stream().mapToLong(d -> d.chunks().size()).sum());
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void apply(ProjectionChange change) {
    switch (change) {
      case ProjectionChange.Publish publish ->
          documents.put(publish.document().value(), publish.published());
      case ProjectionChange.Withdraw withdraw -> documents.remove(withdraw.document().value());
    }
  }

  @Override
  public void commit(long position) {
    this.position = position;
  }

  @Override
  public void clear() {
    documents.clear();
    position = 0;
  }

  @Override
  public void purge() {}

  @Override
  public void close() {}
}
