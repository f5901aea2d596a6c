package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.ServedDocument;
import java.util.stream.Stream;

/**
 * Cuts SERVED into chunks. Thread-safe, deterministic, lazy. Chunks come in order, do not overlap,
 * obey the limit of the token counter together with their headings and context, and leave out
 * nothing but white space and furniture.
 */
public interface Chunker extends AutoCloseable {
  /** The chunks of a document; the caller closes the stream. */
  Stream<ChunkDraft> chunk(ServedDocument document, TokenCounter tokens);

  @Override
  default void close() {}
}
