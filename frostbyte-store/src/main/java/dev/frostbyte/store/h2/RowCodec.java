package dev.frostbyte.store.h2;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.DocumentRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as bytes: a version byte, then every component in order; texts as length and UTF-8. What
 * stands in plain columns (the ids and the generation) is given when reading.
 */
final class RowCodec {
  private static final int VERSION = 2;

  private RowCodec() {}

  /** Writes one value. */
  private interface Writing<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one value. */
  private interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] encode(DocumentRow row) {
    return encoded(RowCodec::writeDocument, row);
  }

  static byte[] encode(Chunk chunk) {
    return encoded(RowCodec::writeChunk, chunk);
  }

  static DocumentRow document(DocumentId id, long generation, byte[] bytes)
      throws SealBrokenException {
    return decoded(in -> readDocument(in, id, generation), bytes);
  }

  static Chunk chunk(ChunkId id, byte[] bytes) throws SealBrokenException {
    return decoded(in -> readChunk(in, id), bytes);
  }

  private static <T> byte[] encoded(Writing<T> writing, T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      writing.write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static <T> T decoded(Reading<T> reading, byte[] bytes) throws SealBrokenException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new SealBrokenException("a row has version " + version + ", expected " + VERSION);
      }
      return reading.read(in);
    } catch (SealBrokenException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new SealBrokenException("a row does not read (" + e.getClass().getName() + ")");
    }
  }

  private static void writeDocument(DataOutputStream out, DocumentRow row) throws IOException {
    writeText(out, row.canonical().value());
    writeText(out, row.source().hex());
    writeText(out, row.type().value());
    writeText(out, row.fileName().value());
    out.writeInt(row.pages());
    out.writeBoolean(row.complete());
    writeText(out, row.space().hex());
    out.writeLong(row.publishedAt().getEpochSecond());
    out.writeInt(row.publishedAt().getNano());
    writeText(out, row.receipt().origin());
    out.writeLong(row.receipt().index());
    writeText(out, row.receipt().leafHash().hex());
    writeClassification(out, row.classification());
  }

  private static DocumentRow readDocument(DataInputStream in, DocumentId id, long generation)
      throws IOException {
    return new DocumentRow(
        id,
        generation,
        new CanonicalId(readText(in)),
        new ContentHash(readText(in)),
        new MediaType(readText(in)),
        UntrustedText.of(readText(in)),
        in.readInt(),
        in.readBoolean(),
        new ContentHash(readText(in)),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        new AuditReceipt(readText(in), in.readLong(), new ContentHash(readText(in))),
        readClassification(in));
  }

  private static void writeClassification(DataOutputStream out, Classification known)
      throws IOException {
    writeText(out, known.documentClass().name());
    out.writeDouble(known.confidence());
    writeText(out, known.version());
    out.writeBoolean(known.byPerson());
  }

  private static Classification readClassification(DataInputStream in) throws IOException {
    DocumentClass documentClass = DocumentClass.valueOf(readText(in));
    return new Classification(documentClass, in.readDouble(), readText(in), in.readBoolean());
  }

  private static void writeChunk(DataOutputStream out, Chunk chunk) throws IOException {
    out.writeInt(chunk.number());
    writeSpan(out, chunk.span());
    writeText(out, chunk.text().value());
    writeList(out, (sink, heading) -> writeText(sink, heading.value()), chunk.headings());
    writeText(out, chunk.embedded().value());
    writeList(out, RowCodec::writeText, chunk.flags());
  }

  private static Chunk readChunk(DataInputStream in, ChunkId id) throws IOException {
    return new Chunk(
        id,
        in.readInt(),
        readSpan(in),
        UntrustedText.of(readText(in)),
        readList(in, source -> UntrustedText.of(readText(source))),
        UntrustedText.of(readText(in)),
        readList(in, RowCodec::readText));
  }

  private static void writeSpan(DataOutputStream out, Span span) throws IOException {
    writeText(out, span.text().name());
    out.writeInt(span.start());
    out.writeInt(span.end());
    writeList(out, RowCodec::writeRegion, span.regions());
  }

  private static Span readSpan(DataInputStream in) throws IOException {
    TextName text = TextName.valueOf(readText(in));
    return new Span(text, in.readInt(), in.readInt(), readList(in, RowCodec::readRegion));
  }

  private static void writeRegion(DataOutputStream out, Region region) throws IOException {
    out.writeInt(region.page());
    out.writeFloat(region.box().left());
    out.writeFloat(region.box().top());
    out.writeFloat(region.box().right());
    out.writeFloat(region.box().bottom());
  }

  private static Region readRegion(DataInputStream in) throws IOException {
    int page = in.readInt();
    return new Region(
        page, new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(readCount(in)), StandardCharsets.UTF_8);
  }

  private static <T> void writeList(DataOutputStream out, Writing<T> writing, List<T> values)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writing.write(out, value);
    }
  }

  private static <T> List<T> readList(DataInputStream in, Reading<T> reading) throws IOException {
    int count = readCount(in);
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(reading.read(in));
    }
    return values;
  }

  /** No count can be larger than the bytes that are left. */
  private static int readCount(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available()) {
      throw new IOException("a length of " + count + " does not fit its row");
    }
    return count;
  }
}
