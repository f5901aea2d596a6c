package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.core.policy.RedactionMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The sealed form of a {@link Bundle}: magic {@code FBBN}, version, then two sections, each a
 * length and sealed JSON or vectors. Evidence (ORIGINAL, HIDDEN, findings, redaction map) is sealed
 * with the document's original key; what is served (SERVED, chunks, vectors as little-endian
 * float32) with its served key. Both are bound to document and generation.
 */
public final class BundleCodec {
  private static final int MAGIC = 0x4642424e;
  private static final int VERSION = 1;
  private static final int MAX_SECTION = 1 << 30;

  private final Sealer original;
  private final Sealer served;

  /** A codec under one document's two keys. */
  public BundleCodec(Sealer original, Sealer served) {
    this.original = original;
    this.served = served;
  }

  /** Writes a bundle; does not close the stream. */
  public void write(Bundle bundle, OutputStream sink) throws IOException {
    DataOutputStream out = new DataOutputStream(sink);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    Evidence evidence =
        new Evidence(
            bundle.canonicalId(), bundle.canonical(), bundle.findings(), bundle.redactions());
    section(out, original, "evidence", bundle, Json.bytes(evidence));
    section(
        out, served, "served", bundle, Json.bytes(new Served(bundle.served(), bundle.chunks())));
    section(out, served, "vectors", bundle, Vectors.encode(bundle.vectors()));
    out.flush();
  }

  /**
   * Reads a bundle of this document and generation; does not close the stream.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when it is another document's, another
   *     generation's or was changed
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when it was cut, {@code FORMAT_TOO_NEW}
   */
  public Bundle read(InputStream source, DocumentId document, long generation) throws IOException {
    try {
      return read(new DataInputStream(source), document, generation);
    } catch (EOFException e) {
      throw FrostbyteException.of(ProblemCode.INTEGRITY_BROKEN, "A bundle ends too early.");
    }
  }

  private Bundle read(DataInputStream in, DocumentId document, long generation) throws IOException {
    requireReadable(in);
    Evidence evidence =
        Json.read(open(in, original, "evidence", document, generation), Evidence.class);
    Served text = Json.read(open(in, served, "served", document, generation), Served.class);
    List<float[]> vectors = Vectors.decode(open(in, served, "vectors", document, generation));
    if (in.read() >= 0) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN, "Something follows the end of a bundle.");
    }
    return new Bundle(
        document,
        evidence.canonicalId(),
        generation,
        evidence.canonical(),
        evidence.findings(),
        evidence.redactions(),
        text.served(),
        text.chunks(),
        vectors);
  }

  private static void section(
      DataOutputStream out, Sealer sealer, String name, Bundle bundle, byte[] plain)
      throws IOException {
    byte[] sealed = sealer.seal(plain, context(name, bundle.document(), bundle.generation()));
    out.writeInt(sealed.length);
    out.write(sealed);
  }

  private static byte[] open(
      DataInputStream in, Sealer sealer, String name, DocumentId document, long generation)
      throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_SECTION) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN, "A section of a bundle claims " + length + " bytes.");
    }
    byte[] sealed = in.readNBytes(length);
    if (sealed.length < length) {
      throw new EOFException();
    }
    return sealer.open(sealed, context(name, document, generation));
  }

  private static void requireReadable(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw FrostbyteException.of(ProblemCode.INTEGRITY_BROKEN, "A bundle does not start as one.");
    }
    int version = in.readInt();
    if (version > VERSION || version < 1) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "A bundle has version " + version + "; this version reads up to " + VERSION + ".");
    }
  }

  private static SealContext context(String section, DocumentId document, long generation) {
    return new SealContext("bundle/" + section, document.value(), generation);
  }

  /** What is evidence. */
  record Evidence(
      CanonicalId canonicalId,
      CanonicalDocument canonical,
      List<Finding> findings,
      RedactionMap redactions) {}

  /** What is served. */
  record Served(ServedDocument served, List<Chunk> chunks) {}
}
