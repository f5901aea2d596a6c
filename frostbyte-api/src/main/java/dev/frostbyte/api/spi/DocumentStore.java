package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.DocumentId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One tenant's rows: which documents are visible, and the text of their chunks, sealed. Readers are
 * thread-safe.
 */
public interface DocumentStore extends Projection {
  /** A visible document. */
  Optional<DocumentRow> document(DocumentId document) throws IOException;

  /**
   * A chunk of a visible document.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when its row was changed
   */
  Optional<ChunkRow> chunk(ChunkId chunk) throws IOException;

  /**
   * Visible documents by id.
   *
   * @param after start after this one; empty string for the first page
   * @param limit 1 to 10,000
   */
  List<DocumentRow> documents(String after, int limit) throws IOException;

  /** Counts of what is visible. */
  Counts counts() throws IOException;

  /**
   * A chunk and its document.
   *
   * @param document its document's row
   */
  record ChunkRow(DocumentRow document, Chunk chunk) {}

  /** How much is visible. */
  record Counts(long documents, long chunks) {}
}
