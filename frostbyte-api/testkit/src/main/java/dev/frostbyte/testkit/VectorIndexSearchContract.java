package dev.frostbyte.testkit;

import static dev.frostbyte.testkit.ProjectionFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndex.Hit;
import dev.frostbyte.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How a {@link VectorIndex} searches, and what it refuses to search. One thread. */
abstract class VectorIndexSearchContract extends ProjectionContract<VectorIndex> {
  /** The provider under test. */
  protected abstract VectorIndexProvider provider();

  @Override
  final VectorIndex open(StageConfig config, TestSpace space) throws IOException {
    VectorIndex index = provider().open(config, space);
    index.bind(TestDocuments.space("model"));
    return index;
  }

  @Override
  final long chunks(VectorIndex index) throws IOException {
    return index.chunks();
  }

  @Override
  final PublishedDocument document(int number) {
    return TestDocuments.document(
        number, "payment terms of contract " + number, "delivery of goods " + number);
  }

  @Override
  final void requireServed(VectorIndex index, PublishedDocument document) throws IOException {
    int number = document.row().receipt().index() == 0 ? 0 : (int) document.row().receipt().index();
    assertThat(ids(index.keyword("the contract " + number, 1))).contains(chunk(document, 0));
    for (int i = 0; i < document.chunks().size(); i++) {
      float[] vector = document.vectors().get(i);
      assertThat(ids(index.exact(vector, 1))).containsExactly(chunk(document, i));
      assertThat(ids(index.nearest(vector, 1))).containsExactly(chunk(document, i));
    }
  }

  @Override
  final void requireAbsent(VectorIndex index, PublishedDocument document) throws IOException {
    for (int i = 0; i < document.chunks().size(); i++) {
      String text = document.chunks().get(i).text().value();
      float[] vector = document.vectors().get(i);
      assertThat(ids(index.keyword(text, 100))).doesNotContain(chunk(document, i));
      assertThat(ids(index.exact(vector, 100))).doesNotContain(chunk(document, i));
      assertThat(ids(index.nearest(vector, 100))).doesNotContain(chunk(document, i));
    }
  }

  static final ChunkId chunk(PublishedDocument document, int number) {
    return document.chunks().get(number).id();
  }

  static final List<ChunkId> ids(List<Hit> hits) {
    return hits.stream().map(Hit::chunk).toList();
  }

  static final void requireRefused(Callable<?> call, ProblemCode code) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(call::call)
        .matches(e -> e.problem().code() == code);
  }

  @Test
  void startsEmpty() throws IOException {
    try (VectorIndex index = open(alpha())) {
      assertThat(index.position()).isZero();
      assertThat(index.chunks()).isZero();
      assertThat(index.keyword("payment", 10)).isEmpty();
      assertThat(index.nearest(TestDocuments.vector(1), 10)).isEmpty();
      assertThat(index.exact(TestDocuments.vector(1), 10)).isEmpty();
    }
  }

  @Test
  void findsByWordsAndByVectorAtOnceAndAfterReopening() throws IOException {
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), document(1), document(2), document(3));
      requireServed(index, document(2));
      index.commit(4);
      assertThat(index.position()).isEqualTo(4);
    }
    try (VectorIndex index = open(alpha())) {
      assertThat(index.position()).isEqualTo(4);
      assertThat(index.chunks()).isEqualTo(6);
      requireServed(index, document(2));
    }
  }

  @Test
  void findsWordsOfHeadings() throws IOException {
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), document(1));
      assertThat(index.keyword("heading", 10)).hasSize(2);
    }
  }

  @Test
  void takesAnyTextAsAQuery() throws IOException {
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), TestDocuments.document(1, "AND OR NOT title:payment* (\"terms\")~2"));
      for (String query :
          List.of("", "  ", "*", "\"", "a AND (", "field:[* TO *]", "\u0000\uD83D\uDCC4\uD83D")) {
        assertThat(index.keyword(query, 10)).hasSizeLessThanOrEqualTo(1);
      }
      assertThat(index.keyword("title:payment*", 10)).hasSize(1);
      String longest = "ab c1 ".repeat(1700).substring(0, 10_000);
      assertThat(index.keyword(longest, 10)).isEmpty();
      assertThat(index.keyword(manyWords(), 10)).isEmpty();
    }
  }

  private static String manyWords() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; words.length() < 9_990; i++) {
      words.append(Integer.toString(i + 40_000, 36)).append(' ');
    }
    return words.toString();
  }

  @Test
  void refusesHostileLimits() throws IOException {
    try (VectorIndex index = open(alpha())) {
      float[] vector = TestDocuments.vector(1);
      for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE}) {
        requireRefused(() -> index.keyword("a", limit), ProblemCode.INVALID_ARGUMENT);
        requireRefused(() -> index.nearest(vector, limit), ProblemCode.INVALID_ARGUMENT);
        requireRefused(() -> index.exact(vector, limit), ProblemCode.INVALID_ARGUMENT);
      }
      String tooLong = "a".repeat(10_001);
      requireRefused(() -> index.keyword(tooLong, 1), ProblemCode.INVALID_ARGUMENT);
    }
  }

  @Test
  void refusesVectorsThatCannotBeOfItsSpace() throws IOException {
    float[] notFinite = TestDocuments.vector(1);
    notFinite[3] = Float.NaN;
    float[] doubled = TestDocuments.vector(1);
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    try (VectorIndex index = open(alpha())) {
      requireRefused(() -> index.exact(new float[7], 1), ProblemCode.SPACE_MISMATCH);
      requireRefused(() -> index.nearest(new float[7], 1), ProblemCode.SPACE_MISMATCH);
      for (float[] bad : List.of(notFinite, doubled, new float[TestDocuments.DIMENSIONS])) {
        requireRefused(() -> index.exact(bad, 1), ProblemCode.INVALID_ARGUMENT);
        requireRefused(() -> index.nearest(bad, 1), ProblemCode.INVALID_ARGUMENT);
      }
    }
  }

  @Test
  void ordersEqualScoresByChunkId() throws IOException {
    try (VectorIndex index = open(alpha())) {
      List<ChunkId> all = new ArrayList<>();
      for (int n = 0; n < 30; n++) {
        PublishedDocument twin = twin(n);
        publish(index, alpha(), twin);
        all.add(chunk(twin, 0));
      }
      all.sort(Comparator.comparing(ChunkId::value));
      for (int limit : new int[] {1, 7, 30}) {
        List<ChunkId> first = all.subList(0, limit);
        assertThat(ids(index.keyword("same", limit))).isEqualTo(first);
        assertThat(ids(index.exact(TestDocuments.vector(5), limit))).isEqualTo(first);
      }
      assertThat(ids(index.nearest(TestDocuments.vector(5), 30))).isEqualTo(all);
    }
  }

  private PublishedDocument twin(int number) {
    PublishedDocument document = TestDocuments.document(number, "same words");
    return new PublishedDocument(
        document.row(), document.chunks(), List.of(TestDocuments.vector(5)));
  }

  @Test
  void answersSeveralThreadsWhileOneWrites() throws Exception {
    try (VectorIndex index = open(alpha());
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      publish(index, alpha(), document(0));
      List<Future<Boolean>> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        readers.add(threads.submit(() -> alwaysFindsTheFirst(index)));
      }
      for (int n = 1; n < 60; n++) {
        publish(index, alpha(), document(n));
        if (n % 10 == 0) {
          index.commit(n);
        }
      }
      for (Future<Boolean> reader : readers) {
        assertThat(reader.get()).isTrue();
      }
    }
  }

  private boolean alwaysFindsTheFirst(VectorIndex index) throws IOException {
    boolean found = true;
    for (int i = 0; i < 60; i++) {
      found &= ids(index.exact(TestDocuments.vector(0), 1)).contains(chunk(document(0), 0));
      found &= !index.keyword("payment", 5).isEmpty();
    }
    return found;
  }
}
