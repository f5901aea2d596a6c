package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.ChunkId;
import java.io.IOException;
import java.util.List;

/** One tenant's search index: words and vectors of its visible chunks. Readers are thread-safe. */
public interface VectorIndex extends Projection {
  /**
   * Binds the index to a space; the first call of an empty index fixes it.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code SPACE_MISMATCH} when it holds vectors
   *     of another space
   */
  void bind(EmbeddingSpace space) throws IOException;

  /** Best chunks by words (BM25), best first. Any text is a query; there is no query syntax. */
  List<Hit> keyword(String query, int limit) throws IOException;

  /** Nearest chunks by vector, best first, approximate. */
  List<Hit> nearest(float[] vector, int limit) throws IOException;

  /** Nearest chunks by vector, best first, exact: compares with every chunk. */
  List<Hit> exact(float[] vector, int limit) throws IOException;

  /** Number of visible chunks. */
  long chunks() throws IOException;

  /**
   * A chunk found. Equal scores are ordered by chunk id.
   *
   * @param score larger is better; comparable only within one answer
   */
  record Hit(ChunkId chunk, double score) {}
}
