package dev.frostbyte.core.keys;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Master keys as a file's bytes: magic {@code FBKF}, version 1, number of keys, then name (UTF) and
 * 32 bytes each, then the SHA-256 of all before it. Whoever takes the keys closes them.
 */
final class KeyFile implements AutoCloseable {
  private static final int MAGIC = 0x46424b46;
  private static final int VERSION = 1;
  private static final int HASH_BYTES = 32;

  private final SortedMap<String, SecretBytes> keys;

  private KeyFile(SortedMap<String, SecretBytes> keys) {
    this.keys = keys;
  }

  static KeyFile empty() {
    return new KeyFile(new TreeMap<>());
  }

  /**
   * Reads the bytes of a key file.
   *
   * @throws FrostbyteException {@code KEYS_DAMAGED}, {@code FORMAT_TOO_NEW}
   */
  static KeyFile decode(byte[] bytes) {
    try (DataInputStream in = KeyCodec.decode(bytes)) {
      require(in.readInt() == MAGIC, "does not start as one");
      Headers.checkVersion(in, VERSION, "key file");
      requireHash(bytes);
      KeyFile file = empty();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        file.take(in.readUTF(), KeyCodec.readBytes(in, SecretBytes.KEY_BYTES));
      }
      return file;
    } catch (IOException e) {
      throw damaged("ends too early");
    }
  }

  SortedMap<String, SecretBytes> keys() {
    return keys;
  }

  byte[] encode() {
    byte[] content =
        KeyCodec.encode(
            out -> {
              Headers.write(out, MAGIC, VERSION);
              out.writeInt(keys.size());
              for (var entry : keys.entrySet()) {
                byte[] key = entry.getValue().reveal();
                out.writeUTF(entry.getKey());
                KeyCodec.writeBytes(out, key);
                Arrays.fill(key, (byte) 0);
              }
            });
    byte[] file = Arrays.copyOf(content, content.length + HASH_BYTES);
    System.arraycopy(ContentHash.of(content).bytes(), 0, file, content.length, HASH_BYTES);
    Arrays.fill(content, (byte) 0);
    return file;
  }

  /** Overwrites the keys in memory. */
  @Override
  public void close() {
    keys.values().forEach(SecretBytes::close);
  }

  private void take(String name, byte[] key) {
    keys.put(name, SecretBytes.copyOf(key));
    Arrays.fill(key, (byte) 0);
  }

  private static void requireHash(byte[] bytes) throws IOException {
    int end = bytes.length - HASH_BYTES;
    if (end < 0) {
      throw new IOException("too short");
    }
    byte[] expected = Arrays.copyOfRange(bytes, end, bytes.length);
    byte[] found = ContentHash.of(Arrays.copyOf(bytes, end)).bytes();
    require(Arrays.equals(found, expected), "has a checksum that does not fit");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw damaged(what);
    }
  }

  private static FrostbyteException damaged(String what) {
    return FrostbyteException.of(ProblemCode.KEYS_DAMAGED, "The key file " + what + ".");
  }
}
