package dev.frostbyte.core.keys;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Start of an epoch's file: magic, version, epoch number, name of its master key, and the epoch key
 * wrapped with it. Immutable.
 */
record KeyHeader(long number, String master, byte[] wrapped) {
  private static final int MAGIC = 0x4642544c;
  private static final int VERSION = 1;
  private static final int MAX_WRAPPED = 1024;

  /** Wraps an epoch's key with a master key of its own. */
  static KeyHeader create(KeyProvider provider, String space, long number, SecretBytes key)
      throws IOException {
    String master = provider.create();
    return new KeyHeader(number, master, provider.wrap(master, key, context(space, number)));
  }

  /**
   * Reads a header.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when it is none, or of another epoch
   */
  static KeyHeader read(DataInputStream in, long number) {
    try {
      Headers.check(in, MAGIC, VERSION, "key table");
      if (in.readLong() != number) {
        throw broken("The key table's number is not that of its file.");
      }
      return new KeyHeader(number, in.readUTF(), KeyCodec.readBytes(in, MAX_WRAPPED));
    } catch (IOException e) {
      throw broken("The header of the key table cannot be read to its end.");
    }
  }

  byte[] encode() {
    return KeyCodec.encode(
        out -> {
          Headers.write(out, MAGIC, VERSION);
          out.writeLong(number);
          out.writeUTF(master);
          KeyCodec.writeBytes(out, wrapped);
        });
  }

  /**
   * The epoch's key; empty when its master key was destroyed.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when it is wrapped for another tenant or
   *     epoch
   */
  Optional<SecretBytes> open(KeyProvider provider, String space) throws IOException {
    try {
      return provider.unwrap(master, wrapped, context(space, number));
    } catch (SealBrokenException e) {
      throw broken("The key of the key table does not open: changed, or another tenant's.");
    }
  }

  /**
   * Destroys the master key. Only after the header has been opened: a forged one could name the
   * master key of another tenant.
   */
  void destroy(KeyProvider provider, String space) throws IOException {
    Optional<SecretBytes> key = open(provider, space);
    if (key.isPresent()) {
      key.get().close();
      provider.destroy(master);
    }
  }

  private static SealContext context(String space, long number) {
    return new SealContext("epoch-key", space, number);
  }

  private static FrostbyteException broken(String what) {
    return FrostbyteException.of(ProblemCode.INTEGRITY_BROKEN, what);
  }
}
