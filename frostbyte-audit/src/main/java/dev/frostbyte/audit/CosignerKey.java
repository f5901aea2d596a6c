package dev.frostbyte.audit;

import dev.frostbyte.audit.Cosigning.Statement;
import dev.frostbyte.audit.SignedRoot.Line;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A public key whose owner cosigns checkpoints: a witness (0x04, 0x06), or the log itself with
 * ML-DSA-44. Immutable; the array must not be changed.
 *
 * @param name who cosigns
 */
record CosignerKey(String name, Cosigning kind, byte[] publicKey) {
  /** Reads a vkey of type 0x04 or 0x06; empty when it is none. */
  static Optional<CosignerKey> parse(String encoded) {
    return Vkey.parse(encoded)
        .flatMap(
            key -> Cosigning.of(key).map(kind -> new CosignerKey(key.name(), kind, key.key())));
  }

  /**
   * Reads keys as a configuration names them.
   *
   * @throws IllegalArgumentException when one of them is none
   */
  static List<CosignerKey> parse(List<String> encoded) {
    return encoded.stream()
        .map(
            key ->
                parse(key)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no witness key: "
                                    + key
                                    + "; it must read <name>+<id>+<base64>, type 0x04 or 0x06")))
        .toList();
  }

  int id() {
    return vkey().id();
  }

  String encoded() {
    return vkey().encoded();
  }

  /** Whether a signature line claims to be of this key. */
  boolean claims(Line line) {
    return line.name().equals(name) && line.keyId() == id();
  }

  /** POSIX seconds at which the key's owner cosigned; empty when the signature is wrong. */
  Optional<Long> signedAt(RootText root, byte[] timestamped) {
    if (timestamped.length != Long.BYTES + kind.signatureBytes()) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(timestamped).getLong();
    byte[] signature = Arrays.copyOfRange(timestamped, Long.BYTES, timestamped.length);
    boolean holds =
        seconds >= 0
            && kind.verifies(
                publicKey, kind.message(name, new Statement(root, seconds)), signature);
    return holds ? Optional.of(seconds) : Optional.empty();
  }

  private Vkey vkey() {
    return new Vkey(name, kind.type(), publicKey);
  }
}
