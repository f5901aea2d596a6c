package dev.frostbyte.audit;

import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The deployment's Ed25519 key: an RFC 8032 seed and the verifier key that goes with it.
 * Thread-safe; whoever creates it closes it, which overwrites the seed.
 */
final class SigningKey implements AutoCloseable {
  private final SecretBytes seed;
  private final VerifierKey verifier;

  private SigningKey(SecretBytes seed, VerifierKey verifier) {
    this.seed = seed;
    this.verifier = verifier;
  }

  /** Takes over the seed. */
  static SigningKey of(String name, SecretBytes seed) {
    byte[] secret = seed.reveal();
    byte[] open = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(secret, 0, open, 0);
    Arrays.fill(secret, (byte) 0);
    return new SigningKey(seed, new VerifierKey(name, open));
  }

  VerifierKey verifier() {
    return verifier;
  }

  byte[] wrap(KeyProvider keys, String master, SealContext context) throws IOException {
    return keys.wrap(master, seed, context);
  }

  byte[] sign(byte[] message) throws IOException {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    byte[] secret = reveal();
    Ed25519.sign(secret, 0, verifier.publicKey(), 0, message, 0, message.length, signature, 0);
    Arrays.fill(secret, (byte) 0);
    return signature;
  }

  private byte[] reveal() throws IOException {
    try {
      return seed.reveal();
    } catch (IllegalStateException e) {
      throw new IOException("cannot sign: the audit provider was closed; open it again", e);
    }
  }

  @Override
  public void close() {
    seed.close();
  }
}
