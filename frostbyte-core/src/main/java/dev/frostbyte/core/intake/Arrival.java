package dev.frostbyte.core.intake;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.spi.DocumentSource;

/** What came of reading a file. Immutable. */
public sealed interface Arrival {
  /**
   * SHA-256 of the bytes; of a file that did not come to its end, the one it should have, else that
   * of no bytes: never that of a part.
   */
  ContentHash hash();

  /** Bytes read. */
  long size();

  /** All bytes are there, until the reader that read them is closed. */
  record Whole(DocumentSource source, ContentHash hash) implements Arrival {
    @Override
    public long size() {
      return source.size();
    }
  }

  /** The bytes cannot be taken. */
  record Refused(Problem problem, ContentHash hash, long size) implements Arrival {}
}
