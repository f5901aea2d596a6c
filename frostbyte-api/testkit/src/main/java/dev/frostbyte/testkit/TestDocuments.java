package dev.frostbyte.testkit;

import dev.frostbyte.api.audit.AuditReceipt;
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
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.PublishedDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes published documents for tests: the same arguments, the same document. */
public final class TestDocuments {
  /** Length of the vectors made here. */
  public static final int DIMENSIONS = 32;

  private static final Instant PUBLISHED = Instant.parse("2026-01-02T03:04:05.678901234Z");

  private TestDocuments() {}

  /** The id of the document of this number. */
  public static DocumentId id(int number) {
    return new DocumentId("doc_" + digits("document", number));
  }

  /** An embedding space of {@link #DIMENSIONS} dimensions; another name is another space. */
  public static EmbeddingSpace space(String name) {
    return new EmbeddingSpace("test", name, "1", DIMENSIONS, "cls", "l2", "", "", "none");
  }

  /** A document of one chunk for each text, under a heading, generation 1. */
  public static PublishedDocument document(int number, String... texts) {
    return document(number, 1, texts);
  }

  /** The same of a later generation; its chunk ids differ from those of other generations. */
  public static PublishedDocument document(int number, long generation, String... texts) {
    List<Chunk> chunks = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      int end = start + text.codePointCount(0, text.length());
      chunks.add(chunk(number, generation, chunks.size(), start, end, text));
      vectors.add(vector(number * 1000 + vectors.size()));
      start = end + 1;
    }
    return new PublishedDocument(row(number, generation), chunks, vectors);
  }

  /** A vector of length one. */
  public static float[] vector(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (random.nextDouble() * 2 - 1);
      square += vector[i] * (double) vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static DocumentRow row(int number, long generation) {
    return new DocumentRow(
        id(number),
        generation,
        new CanonicalId("can_" + digits("canonical " + generation, number)),
        hash("source", number),
        MediaType.PDF,
        UntrustedText.of("file-" + number + "-Grüße-\uD83D\uDCC4.pdf"),
        number % 5,
        number % 2 == 0,
        space("model").id(),
        PUBLISHED.plusSeconds(number),
        new AuditReceipt("test/log", number, hash("leaf", number)),
        new Classification(DocumentClass.values()[number % 7], 0.75, "test/1", number % 3 == 0));
  }

  private static Chunk chunk(
      int number, long generation, int index, int start, int end, String text) {
    String id = digits("chunk " + generation + " " + index, number);
    List<Region> regions = List.of(Region.page(1 + index));
    return new Chunk(
        new ChunkId("chk_" + id),
        index,
        new Span(TextName.SERVED, start, end, regions),
        UntrustedText.of(text),
        List.of(UntrustedText.of("Heading"), UntrustedText.of("Part " + index)),
        UntrustedText.of("Heading\nPart " + index + "\n" + text),
        index % 2 == 0 ? List.of() : List.of("family-" + index));
  }

  private static String digits(String what, int number) {
    return hash(what, number).hex().substring(0, 32);
  }

  private static ContentHash hash(String what, int number) {
    return ContentHash.of((what + " " + number).getBytes(StandardCharsets.UTF_8));
  }
}
