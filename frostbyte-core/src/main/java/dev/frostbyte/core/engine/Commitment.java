package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Binds an event to details that are kept, sealed, beside it: SHA-256("frostbyte-commit-v1" || 32
 * random bytes || details). The random bytes are sealed with the details, so that whoever is shown
 * both can check them against the log, and nobody can guess details from the hash once their key is
 * destroyed. Stateless.
 */
final class Commitment {
  /** Key of the hash in an event's data. */
  static final String FIELD = "commit";

  private static final byte[] PURPOSE = "frostbyte-commit-v1".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Commitment() {}

  /** The details behind fresh random bytes: what is sealed. */
  static byte[] salted(byte[] details) {
    byte[] salted = new byte[SALT_BYTES + details.length];
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    System.arraycopy(salt, 0, salted, 0, SALT_BYTES);
    System.arraycopy(details, 0, salted, SALT_BYTES, details.length);
    return salted;
  }

  /** The hash that the event carries. */
  static ContentHash of(byte[] salted) {
    MessageDigest digest = ContentHash.digest();
    digest.update(PURPOSE);
    return ContentHash.ofDigest(digest.digest(salted));
  }

  /** The details without the random bytes. */
  static byte[] details(byte[] salted) {
    return Arrays.copyOfRange(salted, SALT_BYTES, salted.length);
  }
}
