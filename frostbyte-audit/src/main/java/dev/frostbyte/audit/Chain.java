package dev.frostbyte.audit;

import dev.frostbyte.api.model.ContentHash;
import java.security.MessageDigest;

/**
 * The running chain of a journal. What stands in the frames is added one by one; a link closes what
 * was added since the link before:
 *
 * <pre>SHA-256(link before || hash of each frame since, 32 bytes each)</pre>
 *
 * The first link follows the SHA-256 of the log's origin. One thread.
 */
final class Chain {
  private final MessageDigest digest = ContentHash.digest();
  private byte[] last;
  private boolean pending;

  private Chain(byte[] last) {
    this.last = last;
  }

  /** Goes on from a link, or from the hash of the origin. */
  static Chain from(byte[] link) {
    return new Chain(link);
  }

  /** Adds the hash of a frame, see {@link Frame#hash}. */
  void add(byte[] hash) {
    if (!pending) {
      digest.update(last);
      pending = true;
    }
    digest.update(hash);
  }

  /** Whether something was added that no link closes yet. */
  boolean pending() {
    return pending;
  }

  /** Closes what was added; something must have been. */
  byte[] link() {
    last = digest.digest();
    pending = false;
    return last;
  }

  /** The newest link. */
  byte[] last() {
    return last;
  }
}
