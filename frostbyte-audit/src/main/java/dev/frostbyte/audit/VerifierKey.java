package dev.frostbyte.audit;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public Ed25519 key of C2SP signed-note, signature type 0x01: the kind that signs a log.
 * Immutable.
 *
 * @param name key name: who signs
 * @param publicKey 32 bytes as RFC 8032 encodes them
 */
record VerifierKey(String name, byte[] publicKey) {
  private static final byte ED25519 = 1;

  /**
   * Reads {@code <name>+<key id>+<base64 of type and key>}.
   *
   * @return empty when it is no Ed25519 verifier key or its id is not that of the key
   */
  static Optional<VerifierKey> parse(String encoded) {
    return Vkey.parse(encoded)
        .filter(key -> key.type() == ED25519 && key.key().length == Ed25519.PUBLIC_KEY_SIZE)
        .map(key -> new VerifierKey(key.name(), key.key()));
  }

  /** First four bytes of SHA-256(name || LF || type || key). */
  int id() {
    return vkey().id();
  }

  boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }

  /** Whether it may sign a log: its name is the origin, or the part of it before a slash. */
  boolean covers(String origin) {
    return origin.equals(name) || origin.startsWith(name + "/");
  }

  String encoded() {
    return vkey().encoded();
  }

  private Vkey vkey() {
    return new Vkey(name, ED25519, publicKey);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && encoded().equals(that.encoded());
  }

  @Override
  public int hashCode() {
    return id();
  }
}
