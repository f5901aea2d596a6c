package dev.frostbyte.core.keys;

import dev.frostbyte.api.seal.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Names made with a key (HMAC-SHA-256, RFC 2104, of which 128 bits are shown): equal for equal
 * values, and nothing without the key. Stateless.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN_BYTES = 16;

  private Pseudonyms() {}

  /** The name of a value under a key that serves other purposes, too. */
  public static String of(SecretBytes key, String purpose, String value) {
    byte[] derived = mac(key, purpose.getBytes(StandardCharsets.UTF_8));
    try (SecretBytes own = SecretBytes.copyOf(derived)) {
      return of(own, value.getBytes(StandardCharsets.UTF_8));
    } finally {
      Arrays.fill(derived, (byte) 0);
    }
  }

  /** The name of a value under a key of its own, in hexadecimal digits. */
  static String of(SecretBytes key, byte[] value) {
    return HexFormat.of().formatHex(mac(key, value), 0, SHOWN_BYTES);
  }

  private static byte[] mac(SecretBytes key, byte[] value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.as(ALGORITHM));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
    }
  }
}
