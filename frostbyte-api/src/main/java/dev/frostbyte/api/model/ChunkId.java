package dev.frostbyte.api.model;

import java.util.regex.Pattern;

/**
 * Names a chunk: the first 128 bits of SHA-256 over canonical id, range and text hash. Immutable.
 *
 * @param value {@code chk_[0-9a-f]{32}}
 */
public record ChunkId(String value) {
  private static final Pattern SHAPE = Pattern.compile("chk_[0-9a-f]{32}");

  /** Checks the shape. */
  public ChunkId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a chunk id must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
