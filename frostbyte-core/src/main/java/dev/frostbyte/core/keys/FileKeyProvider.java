package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Master keys in one file of the operator's, outside the home. The file is rewritten whenever a key
 * is made or destroyed, and readable by its owner only. Whoever can read it can read every tenant:
 * keep it apart from backups of the home. Thread-safe; several processes may share the file.
 */
public final class FileKeyProvider implements KeyProvider {
  private static final int MAX_FILE_BYTES = 64 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,190}");
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
   * @throws FrostbyteException {@code KEYS_DAMAGED} when the file is no key file or damaged, {@code
   *     FORMAT_TOO_NEW}, {@code INVALID_ARGUMENT} for a name it cannot have
   */
  public static FileKeyProvider open(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || !NAME.matcher(String.valueOf(absolute.getFileName())).matches()) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "The key file must lie in a folder and be called 1 to 190 of A-Z a-z 0-9 . _ - characters.");
    }
    FileKeyProvider provider = new FileKeyProvider(DurableDirectory.at(parent), absolute);
    provider.read().close();
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
    byte[] plain = key.reveal();
    try (SecretBytes secret = find(master).orElseThrow(() -> unknown(master))) {
      return Sealer.aes256Gcm(secret, SPACE).seal(plain, context);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public Optional<SecretBytes> unwrap(String master, byte[] wrapped, SealContext context)
      throws IOException {
    Optional<SecretBytes> found = find(master);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (SecretBytes secret = found.get()) {
      byte[] plain = Sealer.aes256Gcm(secret, SPACE).open(wrapped, context);
      SecretBytes key = SecretBytes.copyOf(plain);
      Arrays.fill(plain, (byte) 0);
      return Optional.of(key);
    }
  }

  @Override
  public void destroy(String master) throws IOException {
    change(keys -> keys.remove(master));
  }

  @Override
  public void close() {}

  /** A master key; the caller closes it. */
  private Optional<SecretBytes> find(String master) throws IOException {
    synchronized (monitor) {
      try (KeyFile file = read()) {
        return Optional.ofNullable(file.keys().remove(master));
      }
    }
  }

  private void change(Change change) throws IOException {
    synchronized (monitor) {
      try (FileLease.Waited lease = FileLease.waitFor(lock);
          KeyFile file = read()) {
        change.apply(file.keys());
        write(file.encode());
      }
    }
  }

  private KeyFile read() throws IOException {
    return folder.exists(name)
        ? KeyFile.decode(folder.read(name, MAX_FILE_BYTES))
        : KeyFile.empty();
  }

  private void write(byte[] bytes) throws IOException {
    Path temporary = lock.resolveSibling(name + ".new");
    Files.deleteIfExists(temporary);
    OwnerOnly.create(temporary);
    try (DurableFile file = folder.open(name + ".new")) {
      file.write(ByteBuffer.wrap(bytes), 0);
      file.force(true);
    }
    Arrays.fill(bytes, (byte) 0);
    folder.rename(name + ".new", name);
    folder.sync();
  }

  private static FrostbyteException unknown(String master) {
    return FrostbyteException.of(
        ProblemCode.KEYS_MISSING, "Master key " + master + " is not in the key file.");
  }

  /** A change of the keys. */
  @FunctionalInterface
  private interface Change {
    void apply(SortedMap<String, SecretBytes> keys);
  }
}
