package dev.frostbyte.audit;

import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.util.Optional;

/** One master key that every process knows, so that each opens the deployment of another. */
final class KnownKeys implements KeyProvider {
  private static final String MASTER = "known";

  @Override
  public String create() {
    return MASTER;
  }

  @Override
  public byte[] wrap(String master, SecretBytes key, SealContext context) {
    return sealer().seal(key.reveal(), context);
  }

  @Override
  public Optional<SecretBytes> unwrap(String master, byte[] wrapped, SealContext context)
      throws SealBrokenException {
    return Optional.of(SecretBytes.copyOf(sealer().open(wrapped, context)));
  }

  @Override
  public void destroy(String master) {
    throw new UnsupportedOperationException("every process knows this key");
  }

  @Override
  public void close() {}

  private static Sealer sealer() {
    return Sealer.aes256Gcm(SecretBytes.copyOf(new byte[32]), "keys");
  }
}
