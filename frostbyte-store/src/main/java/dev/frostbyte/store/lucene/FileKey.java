package dev.frostbyte.store.lucene;

import dev.frostbyte.api.seal.SecretBytes;
import java.security.SecureRandom;

/**
 * The key of one index file, made with it and gone with it.
 *
 * @param id random, not secret; not to be changed
 * @param length plain bytes; {@link #OPEN} while it is being written
 */
record FileKey(byte[] id, SecretBytes secret, long length) {
  static final long OPEN = -1;

  private static final SecureRandom RANDOM = new SecureRandom();

  static FileKey fresh() {
    byte[] id = new byte[SealedFormat.ID_BYTES];
    RANDOM.nextBytes(id);
    return new FileKey(id, SecretBytes.random(), OPEN);
  }

  FileKey ofLength(long plainBytes) {
    return new FileKey(id, secret, plainBytes);
  }

  @Override
  public String toString() {
    return "FileKey";
  }
}
