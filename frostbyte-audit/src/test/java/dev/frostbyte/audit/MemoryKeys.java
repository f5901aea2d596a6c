package dev.frostbyte.audit;

import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Master keys in memory; closing keeps them, so that a test can open a deployment twice. */
final class MemoryKeys implements KeyProvider {
  private final Map<String, SecretBytes> masters = new ConcurrentHashMap<>();
  private volatile String lastWrapped = "nothing yet";

  /** The key wrapped last, in hexadecimal, for tests that look for it where it must not be. */
  String lastWrapped() {
    return lastWrapped;
  }

  @Override
  public synchronized String create() {
    String name = "master-" + masters.size();
    masters.put(name, SecretBytes.random());
    return name;
  }

  @Override
  public byte[] wrap(String master, SecretBytes key, SealContext context) {
    SecretBytes wrapping = masters.get(master);
    if (wrapping == null) {
      throw new IllegalArgumentException("no master key " + master);
    }
    lastWrapped = HexFormat.of().formatHex(key.reveal());
    return Sealer.aes256Gcm(wrapping, "keys").seal(key.reveal(), context);
  }

  @Override
  public Optional<SecretBytes> unwrap(String master, byte[] wrapped, SealContext context)
      throws SealBrokenException {
    SecretBytes wrapping = masters.get(master);
    if (wrapping == null) {
      return Optional.empty();
    }
    return Optional.of(
        SecretBytes.copyOf(Sealer.aes256Gcm(wrapping, "keys").open(wrapped, context)));
  }

  @Override
  public void destroy(String master) {
    masters.remove(master);
  }

  @Override
  public void close() {}
}
