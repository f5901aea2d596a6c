package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Master keys in one file of the operator's, outside the home. The file is rewritten whenever a key
 * is made or destroyed, and readable by its owner only. Whoever can read it can read every tenant:
 * keep it apart from backups of the home. Thread-safe; several processes may share the file.
 *
 * <p>Format: magic {@code FBKF}, version 1, number of keys, then name (UTF) and 32 bytes each.
 */
public final class FileKeyProvider implements KeyProvider {
  private static final int MAGIC = 0x46424b46;
  private static final int VERSION = 1;
  private static final int MAX_FILE_BYTES = 64 << 20;
  private static final String SPACE = "frostbyte-master";

  private final DurableDirectory folder;
  private final Path lock;
  private final String name;
  private final Object monitor = new Object();
  private final SecureRandom random = new SecureRandom();

  private FileKeyProvider(DurableDirectory folder, Path file) {
    this.folder = folder;
    this.name = String.valueOf(file.getFileName());
    this.lock = file.resolveSibling(name + ".lock");
  }

  /**
   * Opens a key file; it is made, with its folder, by the first key.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when the file is no key file, {@code
   *     FORMAT_TOO_NEW}
   */
  public static FileKeyProvider open(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "The key file must lie in a folder.");
    }
    FileKeyProvider provider = new FileKeyProvider(DurableDirectory.at(parent), absolute);
    provider.read();
    return provider;
  }

  @Override
  public String create() throws IOException {
    byte[] label = new byte[16];
    random.nextBytes(label);
    String master = "m-" + HexFormat.of().formatHex(label);
    change(keys -> keys.put(master, SecretBytes.random()));
    return master;
  }

  @Override
  public byte[] wrap(String master, SecretBytes key, SealContext context) throws IOException {
    Sealer sealer = sealer(master).orElseThrow(() -> unknown(master));
    byte[] plain = key.reveal();
    try {
      return sealer.seal(plain, context);
    } finally {
      java.util.Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public Optional<SecretBytes> unwrap(String master, byte[] wrapped, SealContext context)
      throws IOException {
    Optional<Sealer> sealer = sealer(master);
    return sealer.isEmpty()
        ? Optional.empty()
        : Optional.of(SecretBytes.copyOf(sealer.get().open(wrapped, context)));
  }

  @Override
  public void destroy(String master) throws IOException {
    change(keys -> keys.remove(master));
  }

  @Override
  public void close() {}

  private Optional<Sealer> sealer(String master) throws IOException {
    synchronized (monitor) {
      return Optional.ofNullable(read().get(master)).map(key -> Sealer.aes256Gcm(key, SPACE));
    }
  }

  private void change(Change change) throws IOException {
    synchronized (monitor) {
      try (FileLease.Waited lease = FileLease.waitFor(lock)) {
        SortedMap<String, SecretBytes> keys = read();
        change.apply(keys);
        write(keys);
      }
    }
  }

  private SortedMap<String, SecretBytes> read() throws IOException {
    SortedMap<String, SecretBytes> keys = new TreeMap<>();
    if (!folder.exists(name)) {
      return keys;
    }
    try (DataInputStream in = KeyCodec.decode(folder.read(name, MAX_FILE_BYTES))) {
      Headers.check(in, MAGIC, VERSION, "key file");
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        keys.put(in.readUTF(), SecretBytes.copyOf(KeyCodec.readBytes(in, SecretBytes.KEY_BYTES)));
      }
    } catch (IOException e) {
      throw new FrostbyteException(
          dev.frostbyte.api.model.Problem.of(
              ProblemCode.INTEGRITY_BROKEN, "The key file cannot be read to its end."),
          e);
    }
    return keys;
  }

  private void write(SortedMap<String, SecretBytes> keys) throws IOException {
    byte[] bytes =
        KeyCodec.encode(
            out -> {
              Headers.write(out, MAGIC, VERSION);
              out.writeInt(keys.size());
              for (var entry : keys.entrySet()) {
                out.writeUTF(entry.getKey());
                KeyCodec.writeBytes(out, entry.getValue().reveal());
              }
            });
    Path temporary = lock.resolveSibling(name + ".new");
    Files.deleteIfExists(temporary);
    OwnerOnly.create(temporary);
    try (DurableFile file = folder.open(name + ".new")) {
      file.write(ByteBuffer.wrap(bytes), 0);
      file.force(true);
    }
    folder.rename(name + ".new", name);
    folder.sync();
  }

  private static FrostbyteException unknown(String master) {
    return FrostbyteException.of(
        ProblemCode.INTEGRITY_BROKEN,
        "Master key "
            + master
            + " is not in the key file; use the key file this home was made with.");
  }

  /** A change of the keys. */
  @FunctionalInterface
  private interface Change {
    void apply(SortedMap<String, SecretBytes> keys);
  }
}
