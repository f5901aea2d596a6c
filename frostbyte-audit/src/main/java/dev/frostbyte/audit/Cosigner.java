package dev.frostbyte.audit;

import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.Cosigning.Statement;
import dev.frostbyte.audit.SignedRoot.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A secret key that cosigns checkpoints. Thread-safe; whoever creates it closes it, which
 * overwrites the seed.
 */
final class Cosigner implements AutoCloseable {
  private final SecretBytes seed;
  private final CosignerKey key;

  private Cosigner(SecretBytes seed, CosignerKey key) {
    this.seed = seed;
    this.key = key;
  }

  /** Takes over the seed of 32 bytes. */
  static Cosigner of(String name, Cosigning kind, SecretBytes seed) {
    byte[] secret = seed.reveal();
    CosignerKey key = new CosignerKey(name, kind, kind.publicKey(secret));
    Arrays.fill(secret, (byte) 0);
    return new Cosigner(seed, key);
  }

  CosignerKey key() {
    return key;
  }

  byte[] wrap(KeyProvider keys, String master, SealContext context) throws IOException {
    return keys.wrap(master, seed, context);
  }

  /** The signature line of this key under a checkpoint. */
  Line cosign(RootText root, long seconds) throws IOException {
    byte[] secret = reveal();
    try {
      byte[] message = key.kind().message(key.name(), new Statement(root, seconds));
      byte[] signature = key.kind().sign(secret, message);
      byte[] timestamped =
          ByteBuffer.allocate(Long.BYTES + signature.length)
              .putLong(seconds)
              .put(signature)
              .array();
      return new Line(key.name(), key.id(), timestamped);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private byte[] reveal() throws IOException {
    try {
      return seed.reveal();
    } catch (IllegalStateException e) {
      throw new IOException("cannot cosign: the key was closed; open it again", e);
    }
  }

  @Override
  public void close() {
    seed.close();
  }
}
