package dev.frostbyte.api.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM over numbered segments of one stream. One thread. */
final class SegmentCipher {
  static final int TAG_BYTES = 16;

  private static final int NONCE_BYTES = 12;
  private static final int COUNTER_AT = 3;

  private final Cipher cipher;
  private final SecretKey key;
  private final int mode;
  private long segment;

  SegmentCipher(SecretKey key, int mode) {
    this.key = key;
    this.mode = mode;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks AES/GCM/NoPadding", e);
    }
  }

  byte[] next(byte[] bytes, int length, boolean last) throws GeneralSecurityException {
    ByteBuffer nonce =
        ByteBuffer.allocate(NONCE_BYTES)
            .putLong(COUNTER_AT, segment)
            .put(NONCE_BYTES - 1, flag(last));
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce.array()));
    segment++;
    return cipher.doFinal(bytes, 0, length);
  }

  private static byte flag(boolean last) {
    return (byte) (last ? 1 : 0);
  }
}
