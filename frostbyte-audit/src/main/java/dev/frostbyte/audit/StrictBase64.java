package dev.frostbyte.audit;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 of RFC 4648 section 4 in which every value has exactly one spelling: padding present,
 * unused bits zero, nothing else between.
 */
final class StrictBase64 {
  private StrictBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
