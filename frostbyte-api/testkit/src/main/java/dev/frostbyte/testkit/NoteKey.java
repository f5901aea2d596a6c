package dev.frostbyte.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key as C2SP signed-note spells it, checked with the JDK alone. Immutable.
 *
 * @param name who signs
 * @param type 1 for a log, 4 for a witness
 * @param key 32 bytes as RFC 8032 encodes them
 */
record NoteKey(String name, byte type, byte[] key) {
  static final byte LOG = 1;
  static final byte WITNESS = 4;

  /** What stands before the 32 bytes in the encoding of RFC 8410. */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Of a public key of the JDK. */
  static NoteKey of(String name, byte type, PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new NoteKey(name, type, Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
  }

  /** Reads {@code <name>+<id>+<base64 of type and key>}. */
  static NoteKey parse(String encoded) {
    String[] parts = encoded.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    NoteKey key = new NoteKey(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.encoded().equals(encoded)) {
      throw new AssertionError("no verifier key of C2SP signed-note: " + encoded);
    }
    return key;
  }

  String encoded() {
    byte[] typed = ByteBuffer.allocate(1 + key.length).put(type).put(key).array();
    String id = HexFormat.of().toHexDigits(id());
    return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
  }

  /** First four bytes of SHA-256(name || LF || type || key). */
  int id() {
    MessageDigest digest = sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(type);
    return ByteBuffer.wrap(digest.digest(key)).getInt();
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      byte[] encoded = ByteBuffer.allocate(PREFIX.length + key.length).put(PREFIX).put(key).array();
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
