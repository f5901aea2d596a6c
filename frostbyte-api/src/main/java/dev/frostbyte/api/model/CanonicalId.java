package dev.frostbyte.api.model;

import java.util.regex.Pattern;

/**
 * Names one reading of a document: the first 128 bits of SHA-256 over document id, parser and
 * policy fingerprints. Immutable.
 *
 * @param value {@code can_[0-9a-f]{32}}
 */
public record CanonicalId(String value) {
  private static final Pattern SHAPE = Pattern.compile("can_[0-9a-f]{32}");

  /** Checks the shape. */
  public CanonicalId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a canonical id must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
