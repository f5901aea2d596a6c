package dev.frostbyte.api.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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
    byte[] tenant = space.getBytes(StandardCharsets.UTF_8);
    byte[] what = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] whose = subject.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(12 + tenant.length + what.length + whose.length + 8);
    for (byte[] part : new byte[][] {tenant, what, whose}) {
      out.putInt(part.length).put(part);
    }
    return out.putLong(generation).array();
  }
}
