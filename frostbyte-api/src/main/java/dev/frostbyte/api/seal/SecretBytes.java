package dev.frostbyte.api.seal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Key material as a type: never printed, compared in constant time, overwritten on {@link #close}.
 * Whoever creates it closes it. Thread-safe until closed; every use after that throws {@link
 * IllegalStateException}.
 */
public final class SecretBytes implements AutoCloseable {
  /** Length in bytes of every symmetric key of Frostbyte (AES-256, HMAC-SHA-256). */
  public static final int KEY_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;
  private volatile boolean closed;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A fresh random key of {@link #KEY_BYTES} bytes. */
  public static SecretBytes random() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return new SecretBytes(bytes);
  }

  /** A copy of these bytes; the caller still owns, and should clear, its own array. */
  public static SecretBytes copyOf(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /** A copy of the bytes; the caller clears it after use. */
  public byte[] reveal() {
    requireOpen();
    return bytes.clone();
  }

  /** This secret as a JCA key of an algorithm such as {@code AES} or {@code HmacSHA256}. */
  public SecretKey as(String algorithm) {
    requireOpen();
    return new SecretKeySpec(bytes, algorithm);
  }

  /** Overwrites the bytes; idempotent. */
  @Override
  public void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretBytes that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** The same for all secrets, so that no hash of key material leaks into a table. */
  @Override
  public int hashCode() {
    return SecretBytes.class.hashCode();
  }

  @Override
  public String toString() {
    return "SecretBytes(" + bytes.length + " bytes)";
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this secret was closed; open the key again");
    }
  }
}
