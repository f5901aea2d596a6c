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

  /** One update of joined parts is cheaper than one for each part. */
  private final byte[] joined = new byte[1 + 2 * BYTES];

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
    return pair(NODE, left, right);
  }

  /** SHA-256(tag || left || right), joined first where both are hashes. */
  byte[] pair(byte tag, byte[] left, byte[] right) {
    if (left.length != BYTES || right.length != BYTES) {
      digest.update(tag);
      digest.update(left);
      return digest.digest(right);
    }
    joined[0] = tag;
    System.arraycopy(left, 0, joined, 1, BYTES);
    System.arraycopy(right, 0, joined, 1 + BYTES, BYTES);
    digest.update(joined, 0, joined.length);
    return digest.digest();
  }

  /** Root of the empty tree: SHA-256 of nothing. */
  byte[] empty() {
    return digest.digest();
  }
}
