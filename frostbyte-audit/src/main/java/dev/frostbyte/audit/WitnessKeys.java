package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The file a witness's keys lie in, wrapped by a master key.
 *
 * <pre>
 * u32 magic "FBWK" | u32 version, 1 | name | name of the master key
 * wrapped Ed25519 seed | wrapped ML-DSA-44 seed
 * </pre>
 *
 * <p>The last four have a 16-bit length before them.
 */
final class WitnessKeys {
  private static final String FILE = "witness-key";
  private static final int MAGIC = 0x4642574b;
  private static final int VERSION = 1;
  private static final int LIMIT = 16 << 10;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9./-]{0,99}");

  private WitnessKeys() {}

  static List<String> create(DurableDirectory files, KeyProvider keys, String name)
      throws IOException {
    if (!NAME.matcher(name).matches() || files.exists(FILE)) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "No witness was made: its name must match "
              + NAME
              + " and its folder must not hold one already.");
    }
    String master = keys.create();
    List<Cosigner> made = new ArrayList<>();
    try {
      for (Cosigning kind : Cosigning.values()) {
        made.add(Cosigner.of(name, kind, SecretBytes.random()));
      }
      files.replace(FILE, encode(keys, name, master, made));
      return made.stream().map(cosigner -> cosigner.key().encoded()).toList();
    } finally {
      made.forEach(Cosigner::close);
    }
  }

  private static byte[] encode(KeyProvider keys, String name, String master, List<Cosigner> made)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    part(out, name.getBytes(StandardCharsets.US_ASCII));
    part(out, master.getBytes(StandardCharsets.US_ASCII));
    for (Cosigner cosigner : made) {
      part(out, cosigner.wrap(keys, master, context(name, cosigner.key().kind())));
    }
    return bytes.toByteArray();
  }

  /** Opens both keys; the caller closes them. */
  static List<Cosigner> open(DurableDirectory files, KeyProvider keys) throws IOException {
    if (!files.exists(FILE)) {
      throw FrostbyteException.of(
          ProblemCode.KEYS_MISSING, "There is no witness in the folder; make one first.");
    }
    ByteBuffer in = ByteBuffer.wrap(files.read(FILE, LIMIT));
    require(in.remaining() > 8 && in.getInt() == MAGIC);
    requireKnown(in.getInt());
    String name = new String(part(in), StandardCharsets.US_ASCII);
    String master = new String(part(in), StandardCharsets.US_ASCII);
    List<byte[]> wrapped = List.of(part(in), part(in));
    require(!in.hasRemaining() && NAME.matcher(name).matches());
    return open(keys, name, master, wrapped);
  }

  private static List<Cosigner> open(
      KeyProvider keys, String name, String master, List<byte[]> wrapped) throws IOException {
    List<Cosigner> opened = new ArrayList<>();
    for (Cosigning kind : Cosigning.values()) {
      SecretBytes seed = unwrap(keys, master, wrapped.get(kind.ordinal()), context(name, kind));
      opened.add(Cosigner.of(name, kind, seed));
    }
    return opened;
  }

  private static SecretBytes unwrap(
      KeyProvider keys, String master, byte[] wrapped, SealContext context) throws IOException {
    try {
      return keys.unwrap(master, wrapped, context)
          .orElseThrow(
              () ->
                  FrostbyteException.of(
                      ProblemCode.KEYS_MISSING,
                      "The master key of the witness is not among the keys that were given."));
    } catch (SealBrokenException e) {
      throw broken();
    }
  }

  private static SealContext context(String name, Cosigning kind) {
    return new SealContext("witness-key", name, kind.type());
  }

  private static void part(DataOutputStream out, byte[] part) throws IOException {
    out.writeShort(part.length);
    out.write(part);
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
          "The witness's key has format " + version + "; this code reads up to " + VERSION + ".");
    }
    require(version == VERSION);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw broken();
    }
  }

  private static FrostbyteException broken() {
    return FrostbyteException.of(
        ProblemCode.INTEGRITY_BROKEN,
        "The witness's key does not open: the file " + FILE + " was changed.");
  }
}
