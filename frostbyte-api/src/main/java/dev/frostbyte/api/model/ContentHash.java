package dev.frostbyte.api.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 value. Immutable.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /** Checks the shape. */
  public ContentHash {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("a SHA-256 must be 64 lower-case hexadecimal digits");
    }
  }

  /** Hashes these bytes. */
  public static ContentHash of(byte[] bytes) {
    return ofDigest(digest().digest(bytes));
  }

  /** Takes the 32 bytes of a finished digest. */
  public static ContentHash ofDigest(byte[] digest) {
    return new ContentHash(HexFormat.of().formatHex(digest));
  }

  /** A fresh SHA-256 digest, for hashing while streaming. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
