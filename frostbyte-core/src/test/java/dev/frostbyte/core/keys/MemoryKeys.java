package dev.frostbyte.core.keys;

import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Master keys in memory, which no crash touches; destroying can be made to fail. */
final class MemoryKeys implements KeyProvider {
  private final Map<String, SecretBytes> keys = new ConcurrentHashMap<>();
  private int made;
  private int refusals;

  void refuseToDestroy(int times) {
    refusals = times;
  }

  Map<String, SecretBytes> keys() {
    return keys;
  }

  @Override
  public String create() {
    String name = "m-" + made++;
    keys.put(name, SecretBytes.random());
    return name;
  }

  @Override
  public byte[] wrap(String master, SecretBytes key, SealContext context) {
    return Sealer.aes256Gcm(Objects.requireNonNull(keys.get(master)), "test")
        .seal(key.reveal(), context);
  }

  @Override
  public Optional<SecretBytes> unwrap(String master, byte[] wrapped, SealContext context)
      throws IOException {
    SecretBytes key = keys.get(master);
    return key == null
        ? Optional.empty()
        : Optional.of(SecretBytes.copyOf(Sealer.aes256Gcm(key, "test").open(wrapped, context)));
  }

  @Override
  public void destroy(String master) throws IOException {
    if (refusals > 0) {
      refusals--;
      throw new IOException("the key provider is out of reach");
    }
    keys.remove(master);
  }

  @Override
  public void close() {}
}
