package dev.frostbyte.bench;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.PublishedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up documents for index benchmarks: words by Zipf's law from 40,000, 60 to 180 a chunk;
 * vectors of length one in 200 clusters. The same seed, the same documents. Immutable.
 */
final class SampleIndex {
  static final int DIMENSIONS = 384;
  static final EmbeddingSpace SPACE =
      new EmbeddingSpace("bench", "clusters", "1", DIMENSIONS, "cls", "l2", "", "", "none");

  private static final int WORDS = 40_000;
  private static final int CLUSTERS = 200;
  private static final double SPREAD = 0.6;

  private SampleIndex() {}

  static PublishedDocument document(int number, int chunks, String marker) {
    List<Chunk> texts = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < chunks; i++) {
      Random random = new Random(number * 1_000_003L + i);
      String text = (words(random, 60 + random.nextInt(121)) + " " + marker).strip();
      texts.add(chunk(number, i, text));
      vectors.add(vector(random));
    }
    return new PublishedDocument(row(number), texts, vectors);
  }

  static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int rank = (int) Math.pow(WORDS, random.nextDouble());
      text.append('w').append(Integer.toString(rank * 7919, 36)).append(' ');
    }
    return text.toString();
  }

  static float[] vector(Random random) {
    Random cluster = new Random(random.nextInt(CLUSTERS));
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (cluster.nextGaussian() + SPREAD * random.nextGaussian());
      square += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  static DocumentId id(int number) {
    return new DocumentId("doc_" + digits("document", number));
  }

  private static Chunk chunk(int number, int index, String text) {
    return new Chunk(
        new ChunkId("chk_" + digits("chunk" + index, number)),
        index,
        Span.of(TextName.SERVED, 0, text.length()),
        UntrustedText.of(text),
        List.of(),
        UntrustedText.of(text),
        List.of());
  }

  private static DocumentRow row(int number) {
    ContentHash hash = hash("row", number);
    return new DocumentRow(
        id(number),
        1,
        new CanonicalId("can_" + digits("canonical", number)),
        hash,
        MediaType.TEXT,
        UntrustedText.of("bench"),
        0,
        true,
        SPACE.id(),
        Instant.EPOCH,
        new AuditReceipt("bench", number, hash),
        Classification.NONE);
  }

  private static String digits(String what, int number) {
    return hash(what, number).hex().substring(0, 32);
  }

  private static ContentHash hash(String what, int number) {
    return ContentHash.of((what + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
