package dev.frostbyte.store.lucene;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.EpochKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file that holds the keys of all index files, sealed under an epoch key and replaced as a
 * whole. Layout: magic {@code FBLK}, version, epoch, sealed table. Once the epoch is destroyed, no
 * copy of this file, and so no copy of an index file written before, opens. Thread-safe.
 */
final class KeyTable {
  static final String NAME = "keys.frostbyte";

  private static final int MAGIC = 0x46424C4B;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 2 * Integer.BYTES + Long.BYTES;
  private static final int LIMIT_BYTES = 64 * 1024 * 1024;

  private final DurableDirectory files;
  private final EpochKey epochs;

  KeyTable(DurableDirectory files, EpochKey epochs) {
    this.files = files;
    this.epochs = epochs;
  }

  /** What is on disk; empty when there is no table. */
  Map<String, FileKey> read() throws IOException {
    if (!files.exists(NAME)) {
      return Map.of();
    }
    ByteBuffer table = ByteBuffer.wrap(files.read(NAME, LIMIT_BYTES));
    requireReadable(table);
    long epoch = table.getLong();
    byte[] sealed = Arrays.copyOfRange(table.array(), HEADER_BYTES, table.capacity());
    byte[] plain = sealer(epoch).open(sealed, context(epoch));
    try {
      return decode(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static void requireReadable(ByteBuffer table) throws SealBrokenException {
    if (table.capacity() < HEADER_BYTES || table.getInt() != MAGIC) {
      throw new SealBrokenException("the key table of the index has no header this version reads");
    }
    int version = table.getInt();
    if (version > VERSION) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The index has format " + version + "; this version reads up to " + VERSION + ".");
    }
  }

  private Sealer sealer(long epoch) throws SealBrokenException {
    try {
      return epochs.sealer(epoch);
    } catch (IOException | IllegalArgumentException e) {
      throw new SealBrokenException("epoch " + epoch + " of the index keys is gone");
    }
  }

  /** Replaces the table, durable on return. */
  void write(Map<String, FileKey> keys, long epoch) throws IOException {
    byte[] plain = encode(keys);
    byte[] sealed = epochs.sealer(epoch).seal(plain, context(epoch));
    Arrays.fill(plain, (byte) 0);
    ByteBuffer table = ByteBuffer.allocate(HEADER_BYTES + sealed.length);
    table.putInt(MAGIC).putInt(VERSION).putLong(epoch).put(sealed);
    files.replace(NAME, table.array());
  }

  private static SealContext context(long epoch) {
    return new SealContext("index-keys", "", Math.max(0, epoch));
  }

  private static byte[] encode(Map<String, FileKey> keys) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(keys.size());
    for (Map.Entry<String, FileKey> entry : keys.entrySet()) {
      FileKey key = entry.getValue();
      byte[] secret = key.secret().reveal();
      out.writeUTF(entry.getKey());
      out.write(key.id());
      out.write(secret);
      out.writeLong(key.length());
      Arrays.fill(secret, (byte) 0);
    }
    return bytes.toByteArray();
  }

  private static Map<String, FileKey> decode(byte[] plain) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain));
    Map<String, FileKey> keys = new TreeMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      byte[] id = in.readNBytes(SealedFormat.ID_BYTES);
      byte[] secret = in.readNBytes(SecretBytes.KEY_BYTES);
      keys.put(name, new FileKey(id, SecretBytes.copyOf(secret), in.readLong()));
      Arrays.fill(secret, (byte) 0);
    }
    return keys;
  }
}
