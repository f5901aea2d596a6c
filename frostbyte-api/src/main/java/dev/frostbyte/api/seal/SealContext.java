package dev.frostbyte.api.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What sealed bytes are bound to, besides their tenant: bytes moved to another subject or purpose,
 * or an older generation put back, fail to open. Immutable.
 *
 * @param purpose what the bytes are for, such as {@code raw} or {@code chunk}; 1 to 64 characters
 * @param subject which thing they belong to, such as a document id; at most 256 characters, empty
 *     when there is one only
 * @param generation counts rewrites of the same thing, from 0
 */
public record SealContext(String purpose, String subject, long generation) {
  /** Checks the lengths. */
  public SealContext {
    if (purpose.isEmpty() || purpose.length() > 64 || subject.length() > 256 || generation < 0) {
      throw new IllegalArgumentException(
          "a seal context needs a purpose of 1 to 64, a subject of at most 256 characters");
    }
    utf8(purpose);
    utf8(subject);
  }

  /** A context without a subject, generation 0. */
  public static SealContext of(String purpose) {
    return new SealContext(purpose, "", 0);
  }

  /** A context of generation 0. */
  public static SealContext of(String purpose, String subject) {
    return new SealContext(purpose, subject, 0);
  }

  /** An injective encoding: every part carries its length. */
  byte[] encode(String space) {
    byte[] tenant = utf8(space);
    byte[] what = utf8(purpose);
    byte[] whose = utf8(subject);
    ByteBuffer out = ByteBuffer.allocate(12 + tenant.length + what.length + whose.length + 8);
    for (byte[] part : new byte[][] {tenant, what, whose}) {
      out.putInt(part.length).put(part);
    }
    return out.putLong(generation).array();
  }

  /** Strict, since two names with a broken surrogate would become the same bytes. */
  static byte[] utf8(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("names in a seal context must be well-formed Unicode");
    }
  }
}
