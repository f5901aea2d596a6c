package dev.frostbyte.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public Ed25519 key of C2SP signed-note, signature type 0x01. Immutable.
 *
 * @param name key name: who signs
 * @param publicKey 32 bytes as RFC 8032 encodes them
 */
record VerifierKey(String name, byte[] publicKey) {
  private static final byte ED25519 = 1;
  private static final Pattern SHAPE =
      Pattern.compile("([\\x21-\\x2a\\x2c-\\x7e]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");

  /**
   * Reads {@code <name>+<key id>+<base64 of type and key>}.
   *
   * @return empty when it is no Ed25519 verifier key or its id is not that of the key
   */
  static Optional<VerifierKey> parse(String encoded) {
    Matcher parts = SHAPE.matcher(encoded);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return StrictBase64.decode(parts.group(3))
        .filter(bytes -> bytes.length == 1 + Ed25519.PUBLIC_KEY_SIZE && bytes[0] == ED25519)
        .map(bytes -> new VerifierKey(parts.group(1), Arrays.copyOfRange(bytes, 1, bytes.length)))
        .filter(key -> HexFormat.of().toHexDigits(key.id()).equals(parts.group(2)));
  }

  /** First four bytes of SHA-256(name || LF || type || key). */
  int id() {
    byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] typed = typed();
    byte[] hashed = ByteBuffer.allocate(text.length + typed.length).put(text).put(typed).array();
    return ByteBuffer.wrap(new Sha256().of(hashed)).getInt();
  }

  boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }

  String encoded() {
    return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + StrictBase64.encode(typed());
  }

  private byte[] typed() {
    return ByteBuffer.allocate(1 + publicKey.length).put(ED25519).put(publicKey).array();
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
