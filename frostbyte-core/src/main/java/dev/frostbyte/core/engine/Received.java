package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ObjectStore;

/** The bytes of a document that is processed; whoever made it closes what is in it. */
sealed interface Received {
  /** The bytes for the parser. */
  DocumentSource source();

  /** SHA-256 of them. */
  ContentHash hash();

  /**
   * As they arrived.
   *
   * @param hash computed while they were sealed
   * @param key what the draft is sealed with
   * @param draft the sealed bytes, not yet kept
   */
  record Fresh(DocumentSource source, ContentHash hash, SecretBytes key, ObjectStore.Draft draft)
      implements Received {}

  /** Read again from the object store. */
  record Stored(DocumentSource source, ContentHash hash) implements Received {}
}
