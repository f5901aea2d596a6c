package dev.frostbyte.core.retrieval;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds passages by words and by meaning. Thread-safe. */
public final class HybridSearch {
  private static final int LEAST_CANDIDATES = 100;

  private final TenantId tenant;
  private final EmbeddingModel embedding;
  private final VectorIndex index;
  private final DocumentStore store;

  /** A search over one tenant's index and rows. */
  public HybridSearch(
      TenantId tenant, EmbeddingModel embedding, VectorIndex index, DocumentStore store) {
    this.tenant = tenant;
    this.embedding = embedding;
    this.index = index;
    this.store = store;
  }

  /** Passages, best first; chunks whose document is no longer visible are left out. */
  public List<Passage> search(Query query) throws IOException {
    int candidates = Math.max(LEAST_CANDIDATES, query.topK());
    List<VectorIndex.Hit> words = index.keyword(query.text(), candidates);
    List<VectorIndex.Hit> meaning = index.nearest(embedding.embedQuery(query.text()), candidates);
    List<Passage> passages = new ArrayList<>();
    for (VectorIndex.Hit hit : Fusion.fuse(2 * candidates, meaning, words)) {
      if (passages.size() == query.topK()) {
        break;
      }
      passage(hit).ifPresent(passages::add);
    }
    return passages;
  }

  private Optional<Passage> passage(VectorIndex.Hit hit) throws IOException {
    return store.chunk(hit.chunk()).map(row -> passage(hit.score(), row.document(), row.chunk()));
  }

  private Passage passage(double score, DocumentRow document, Chunk chunk) {
    return new Passage(
        chunk.id(),
        document.document(),
        score,
        chunk.text(),
        chunk.span(),
        ContentHash.of(chunk.text().value().getBytes(StandardCharsets.UTF_8)),
        chunk.headings(),
        document.source(),
        document.fileName(),
        document.complete(),
        chunk.flags(),
        document.receipt(),
        tenant,
        document.classification());
  }
}
