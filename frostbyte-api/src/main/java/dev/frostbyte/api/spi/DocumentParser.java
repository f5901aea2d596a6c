package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.MediaType;
import java.io.IOException;

/**
 * Reads one format into blocks. Thread-safe: one parser serves many documents at once. <i>Must</i>:
 * same bytes and limits, same blocks; visible text in reading order, what a reader cannot see as
 * {@link dev.frostbyte.api.model.Block.Hidden}, what is left out as {@link
 * dev.frostbyte.api.model.Block.Dropped}; expected ends as {@link ParseResult}; no connection, no
 * file outside the temp folder, no program started; no document text in any exception.
 * <i>Should</i> stop early at the limits it can count itself, by throwing {@link
 * BudgetReachedException}.
 */
public interface DocumentParser extends AutoCloseable {
  /**
   * Reads a document and emits its blocks.
   *
   * @param type the verified type, one of those its provider declares
   * @throws IOException when the source or the sink fails; counts as corrupted when the source was
   *     read from memory
   */
  ParseResult parse(DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException;

  /** Names the versions of the libraries that shape the result; enters the fingerprint. */
  default String fingerprint() {
    return "";
  }

  @Override
  default void close() throws IOException {}
}
