package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.ContentHash;

/**
 * Names an object by its content. Immutable.
 *
 * @param hash SHA-256 of the stored, sealed bytes
 * @param length their number
 */
public record ObjectRef(ContentHash hash, long length) {
  /** Checks the length. */
  public ObjectRef {
    if (length < 0) {
      throw new IllegalArgumentException("an object has 0 bytes or more, not " + length);
    }
  }
}
