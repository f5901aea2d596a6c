package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps the signing key's seed wrapped under a master key.
 *
 * <pre>
 * u32 magic "FBSK" | u32 version | 32 bytes public key | u16 length, name of the master key
 * u16 length, wrapped seed
 * </pre>
 */
final class KeyFile {
  private static final String NAME = "signing-key";
  private static final int MAGIC = 0x4642534b;
  private static final int VERSION = 1;
  private static final int FIXED = 8 + 32;
  private static final int LIMIT = 64 << 10;

  private final DurableDirectory files;
  private final KeyProvider keys;
  private final String deployment;

  KeyFile(DurableDirectory files, KeyProvider keys, String deployment) {
    this.files = files;
    this.keys = keys;
    this.deployment = deployment;
  }

  /** Opens the deployment's key, making one at first use. The caller closes it. */
  SigningKey open() throws IOException {
    return files.exists(NAME) ? read() : create();
  }

  private SigningKey create() throws IOException {
    SigningKey key = SigningKey.of(deployment, SecretBytes.random());
    boolean done = false;
    try {
      String master = keys.create();
      byte[] wrapped = key.wrap(keys, master, context());
      files.replace(NAME, encode(key.verifier(), master, wrapped));
      done = true;
      return key;
    } finally {
      if (!done) {
        key.close();
      }
    }
  }

  private byte[] encode(VerifierKey verifier, String master, byte[] wrapped) {
    byte[] name = master.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(FIXED + 4 + name.length + wrapped.length);
    out.putInt(MAGIC).putInt(VERSION).put(verifier.publicKey());
    out.putShort((short) name.length).put(name);
    return out.putShort((short) wrapped.length).put(wrapped).array();
  }

  private SigningKey read() throws IOException {
    ByteBuffer in = ByteBuffer.wrap(files.read(NAME, LIMIT));
    require(in.remaining() > FIXED && in.getInt() == MAGIC);
    requireKnown(in.getInt());
    byte[] verifier = new byte[32];
    in.get(verifier);
    String master = new String(part(in), StandardCharsets.US_ASCII);
    byte[] wrapped = part(in);
    require(!in.hasRemaining());
    SigningKey key = SigningKey.of(deployment, unwrap(master, wrapped));
    if (!Arrays.equals(key.verifier().publicKey(), verifier)) {
      key.close();
      require(false);
    }
    return key;
  }

  private SecretBytes unwrap(String master, byte[] wrapped) throws IOException {
    try {
      return keys.unwrap(master, wrapped, context())
          .filter(seed -> seed.reveal().length == SecretBytes.KEY_BYTES)
          .orElseThrow(KeyFile::missing);
    } catch (SealBrokenException e) {
      throw broken("it was changed, or belongs to another deployment than " + deployment);
    }
  }

  private SealContext context() {
    return SealContext.of("audit-signing-key", deployment);
  }

  private static byte[] part(ByteBuffer in) {
    require(in.remaining() >= 2);
    int length = Short.toUnsignedInt(in.getShort());
    require(in.remaining() >= length);
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  private static void requireKnown(int version) {
    if (version > VERSION) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The audit signing key has format "
              + version
              + "; this code reads up to "
              + VERSION
              + ".");
    }
    require(version == VERSION);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw broken("the file " + NAME + " is damaged");
    }
  }

  private static FrostbyteException missing() {
    return FrostbyteException.of(
        ProblemCode.KEYS_MISSING,
        "The master key of the audit signing key is not among the keys that were given.");
  }

  private static FrostbyteException broken(String what) {
    return FrostbyteException.of(
        ProblemCode.INTEGRITY_BROKEN, "The audit signing key does not open: " + what + ".");
  }
}
