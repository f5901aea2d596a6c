package dev.frostbyte.api.model;

import java.util.regex.Pattern;

/**
 * Names a document inside one tenant: the first 128 bits of HMAC-SHA-256(tenant id key, SHA-256 of
 * the raw bytes), so equal files of two tenants have different ids and an id tells nothing about
 * its file. Immutable.
 *
 * @param value {@code doc_[0-9a-f]{32}}
 */
public record DocumentId(String value) {
  private static final Pattern SHAPE = Pattern.compile("doc_[0-9a-f]{32}");

  /** Checks the shape. */
  public DocumentId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a document id must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
