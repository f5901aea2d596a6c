package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * The key that wraps every other key of a tenant, itself wrapped by a master key of the tenant's
 * own: destroying that master erases the tenant.
 */
final class TenantKey implements AutoCloseable {
  private static final String FILE = "tenant";
  private static final int MAGIC = 0x4642544b;
  private static final int VERSION = 1;
  private static final int MAX_BYTES = 4096;

  private final SecretBytes key;
  private final Sealer sealer;

  private TenantKey(SecretBytes key, String space) {
    this.key = key;
    this.sealer = Sealer.aes256Gcm(key, space);
  }

  static TenantKey create(DurableDirectory files, KeyProvider provider, String space)
      throws IOException {
    String master = provider.create();
    SecretBytes key = SecretBytes.random();
    byte[] wrapped = provider.wrap(master, key, context(space));
    files.replace(
        FILE,
        KeyCodec.encode(
            out -> {
              Headers.write(out, MAGIC, VERSION);
              out.writeUTF(master);
              KeyCodec.writeBytes(out, wrapped);
            }));
    return new TenantKey(key, space);
  }

  static TenantKey open(DurableDirectory files, KeyProvider provider, String space)
      throws IOException {
    try {
      Wrapped wrapped = read(files.read(FILE, MAX_BYTES));
      SecretBytes key =
          provider
              .unwrap(wrapped.master(), wrapped.key(), context(space))
              .orElseThrow(TenantKey::destroyed);
      return new TenantKey(key, space);
    } catch (SealBrokenException | NoSuchFileException e) {
      throw unreadable();
    }
  }

  private static Wrapped read(byte[] bytes) {
    try (DataInputStream in = KeyCodec.decode(bytes)) {
      Headers.check(in, MAGIC, VERSION, "tenant key");
      return new Wrapped(in.readUTF(), KeyCodec.readBytes(in, MAX_BYTES));
    } catch (IOException e) {
      throw unreadable();
    }
  }

  byte[] wrap(String name, SecretBytes secret) {
    byte[] plain = secret.reveal();
    try {
      return sealer.seal(plain, SealContext.of("key", name));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  SecretBytes unwrap(String name, byte[] wrapped) throws IOException {
    byte[] plain = sealer.open(wrapped, SealContext.of("key", name));
    try {
      return SecretBytes.copyOf(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public void close() {
    key.close();
  }

  private static SealContext context(String space) {
    return SealContext.of("tenant-key", space);
  }

  private static FrostbyteException unreadable() {
    return FrostbyteException.of(
        ProblemCode.INTEGRITY_BROKEN,
        "The tenant key does not open: missing, changed, or another tenant's.");
  }

  private static FrostbyteException destroyed() {
    return FrostbyteException.of(
        ProblemCode.KEYS_MISSING,
        "The tenant's master key is not among the keys that were given, or was destroyed.");
  }

  /** What the file holds. */
  private record Wrapped(String master, byte[] key) {}
}
