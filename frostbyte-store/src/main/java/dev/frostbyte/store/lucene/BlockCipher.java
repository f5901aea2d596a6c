package dev.frostbyte.store.lucene;

import dev.frostbyte.api.seal.SealBrokenException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over the blocks of one file. Key and id are of this file alone and a block is sealed
 * once, so the nonce (block number and last flag) never repeats under a key. File id, number and
 * flag are associated data as well. Immutable, thread-safe.
 */
final class BlockCipher {
  private static final int NONCE_BYTES = 12;
  private static final int COUNTER_AT = 3;

  private final SecretKey key;
  private final byte[] id;

  BlockCipher(FileKey fileKey) {
    this.key = fileKey.secret().as("AES");
    this.id = fileKey.id();
  }

  /** Seals a block into a buffer that has room for its tag too. */
  int seal(byte[] plain, int length, int block, boolean last, byte[] into) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, block, last).doFinal(plain, 0, length, into, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed (" + e.getClass().getName() + ")");
    }
  }

  byte[] open(byte[] sealed, int block, boolean last) throws SealBrokenException {
    try {
      return cipher(Cipher.DECRYPT_MODE, block, last).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException(
          "block " + block + " of an index file does not open: changed, moved, cut or foreign");
    }
  }

  private Cipher cipher(int mode, int block, boolean last) throws GeneralSecurityException {
    byte flag = (byte) (last ? 1 : 0);
    ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES);
    nonce.putLong(COUNTER_AT, block).put(NONCE_BYTES - 1, flag);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(SealedFormat.TAG_BYTES * 8, nonce.array()));
    cipher.updateAAD(id);
    cipher.updateAAD(nonce.array());
    return cipher;
  }
}
