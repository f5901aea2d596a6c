package dev.frostbyte.audit;

import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The hashes of the log, over one reused SHA-256 digest. One thread at a time.
 *
 * <p>Leaf and node hashes are those of RFC 6962 section 2.1: SHA-256(0x00 || entry) and
 * SHA-256(0x01 || left || right).
 */
final class Sha256 {
  /** Length of a hash in bytes. */
  static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = ContentHash.digest();

  byte[] of(byte[] bytes) {
    return digest.digest(bytes);
  }

  byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] leaf(byte[] entry) {
    return tagged(LEAF, entry);
  }

  byte[] tagged(byte tag, byte[] bytes) {
    digest.update(tag);
    return digest.digest(bytes);
  }

  byte[] node(byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** Root of the empty tree: SHA-256 of nothing. */
  byte[] empty() {
    return digest.digest();
  }

  /** The next link of the journal's chain. */
  byte[] link(byte[] previous, byte[] contentHash, byte[] payloadHash) {
    digest.update(previous);
    digest.update(contentHash);
    return digest.digest(payloadHash);
  }
}
