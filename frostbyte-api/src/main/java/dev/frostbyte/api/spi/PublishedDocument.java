package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Chunk;
import java.util.List;

/**
 * A document as projections take it. Immutable; the vectors must not be changed.
 *
 * @param row the document
 * @param chunks in order
 * @param vectors one for each chunk, in the same order
 */
public record PublishedDocument(DocumentRow row, List<Chunk> chunks, List<float[]> vectors) {
  /** Checks that every chunk has its vector. */
  public PublishedDocument {
    chunks = List.copyOf(chunks);
    vectors = List.copyOf(vectors);
    if (chunks.size() != vectors.size()) {
      throw new IllegalArgumentException(
          chunks.size() + " chunks came with " + vectors.size() + " vectors");
    }
  }
}
