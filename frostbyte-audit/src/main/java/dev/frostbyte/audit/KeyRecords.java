package dev.frostbyte.audit;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of the file the signing keys lie in.
 *
 * <pre>
 * u32 magic "FBSK" | u32 version, 2 | u16 number of keys | the keys, oldest first:
 *   32 bytes public key | 64 bytes signature of the key before, zeros for the first
 *   name of the master key | wrapped Ed25519 seed | wrapped ML-DSA-44 seed
 * </pre>
 *
 * <p>The last three have a 16-bit length before them, 0 for what was destroyed or never made.
 */
final class KeyRecords {
  /** In place of a signature for the first key. */
  static final byte[] UNSIGNED = new byte[64];

  private static final int MAGIC = 0x4642534b;
  private static final int VERSION = 2;

  private KeyRecords() {}

  static byte[] encode(List<Generation> known) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeShort(known.size());
    for (Generation one : known) {
      out.write(one.publicKey);
      out.write(one.statement);
      part(out, one.master.getBytes(StandardCharsets.US_ASCII));
      part(out, one.first);
      part(out, one.second);
    }
    return bytes.toByteArray();
  }

  /** Reads them, oldest first, at least one; the newest has its seed. */
  static List<Generation> decode(byte[] stored) {
    ByteBuffer in = ByteBuffer.wrap(stored);
    require(in.remaining() >= 10 && in.getInt() == MAGIC);
    requireKnown(in.getInt());
    int count = Short.toUnsignedInt(in.getShort());
    List<Generation> known = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      known.add(generation(in));
    }
    require(count > 0 && !in.hasRemaining() && !known.getLast().master.isEmpty());
    require(Arrays.equals(known.getFirst().statement, UNSIGNED));
    return known;
  }

  static void require(boolean holds) {
    if (!holds) {
      throw broken("the file signing-key is damaged");
    }
  }

  static FrostbyteException broken(String what) {
    return FrostbyteException.of(
        ProblemCode.INTEGRITY_BROKEN, "The audit signing key does not open: " + what + ".");
  }

  private static Generation generation(ByteBuffer in) {
    byte[] key = fixed(in, 32);
    byte[] statement = fixed(in, UNSIGNED.length);
    String master = new String(part(in), StandardCharsets.US_ASCII);
    return new Generation(key, statement, master, part(in), part(in));
  }

  private static void part(DataOutputStream out, byte[] part) throws IOException {
    out.writeShort(part.length);
    out.write(part);
  }

  private static byte[] part(ByteBuffer in) {
    require(in.remaining() >= 2);
    return fixed(in, Short.toUnsignedInt(in.getShort()));
  }

  private static byte[] fixed(ByteBuffer in, int length) {
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

  /**
   * One key. The arrays must not be changed.
   *
   * @param publicKey Ed25519
   * @param statement the key before it signed this one
   * @param master name of the master key; empty when the seeds were destroyed
   * @param first wrapped Ed25519 seed
   * @param second wrapped ML-DSA-44 seed, empty when there is none
   */
  record Generation(
      byte[] publicKey, byte[] statement, String master, byte[] first, byte[] second) {
    Generation signed(byte[] signature) {
      return new Generation(publicKey, signature, master, first, second);
    }

    Generation withSecond(byte[] wrapped) {
      return new Generation(publicKey, statement, master, first, wrapped);
    }

    Generation withoutSeeds() {
      return new Generation(publicKey, statement, "", new byte[0], new byte[0]);
    }
  }
}
