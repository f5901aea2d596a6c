package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ObjectStore;

/**
 * A file as it arrived; the receiver that made it closes what is in it.
 *
 * @param source the bytes, in memory for the parser
 * @param hash SHA-256 of them, computed while they were sealed
 * @param key what the draft is sealed with
 * @param draft the sealed bytes, not yet kept
 */
record Received(
    DocumentSource source, ContentHash hash, SecretBytes key, ObjectStore.Draft draft) {}
