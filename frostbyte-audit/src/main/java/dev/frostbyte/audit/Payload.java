package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.model.ContentHash;
import java.util.Optional;

/**
 * Sealed bytes beside a leaf, copied, and their SHA-256.
 *
 * @param bytes empty when there is no payload
 * @param hash SHA-256 of the bytes
 */
record Payload(byte[] bytes, byte[] hash) {
  /** No payload. */
  static final Payload NONE = of(new byte[0]);

  /** Copies and hashes the bytes. */
  static Payload of(byte[] bytes) {
    if (bytes.length > AuditLog.MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "a payload of "
              + bytes.length
              + " bytes exceeds the limit of "
              + AuditLog.MAX_PAYLOAD_BYTES
              + "; store it as an object and name its hash");
    }
    byte[] copy = bytes.clone();
    return new Payload(copy, new Sha256().of(copy));
  }

  /** The hash as the leaf names it. */
  Optional<ContentHash> named() {
    return bytes.length == 0 ? Optional.empty() : Optional.of(ContentHash.ofDigest(hash));
  }
}
