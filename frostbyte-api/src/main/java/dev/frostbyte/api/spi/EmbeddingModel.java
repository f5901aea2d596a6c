package dev.frostbyte.api.spi;

import java.io.IOException;

/**
 * Turns text into vectors of one space. Thread-safe. The vector of a text depends on nothing but
 * the text. A text over the limit is refused with {@link IllegalArgumentException}, never cut.
 */
public interface EmbeddingModel extends AutoCloseable {
  /** The space of its vectors. */
  EmbeddingSpace space();

  /** The vector of a document text, normalised as the space says. */
  float[] embedDocument(String text) throws IOException;

  /** The vector of a query. */
  float[] embedQuery(String text) throws IOException;

  /** Counts tokens as this model does. */
  TokenCounter tokens();

  @Override
  void close() throws IOException;
}
