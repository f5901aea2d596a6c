package dev.frostbyte.testkit;

import static dev.frostbyte.testkit.ProjectionFixture.publish;
import static dev.frostbyte.testkit.ProjectionFixture.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndex.Hit;
import dev.frostbyte.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link VectorIndex} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class VectorIndexContract {
  private static final String MARKER = "quartzmoorobsidian";

  @TempDir Path folder = Path.of("replaced by JUnit");

  private TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  /** For subclasses. */
  protected VectorIndexContract() {}

  /** The provider under test. */
  protected abstract VectorIndexProvider provider();

  @BeforeEach
  void openSpaces() {
    spaces = TestSpaces.in(folder.resolve("home"));
  }

  @AfterEach
  void closeSpaces() {
    spaces.close();
  }

  private TestSpace alpha() throws IOException {
    return spaces.space("alpha", "index");
  }

  private VectorIndex open(TestSpace space) throws IOException {
    VectorIndex index = provider().open(StageConfig.none(), space);
    index.bind(TestDocuments.space("model"));
    return index;
  }

  private static PublishedDocument document(int number) {
    return TestDocuments.document(
        number, "payment terms of contract " + number, "delivery of goods " + number);
  }

  private static ChunkId chunk(PublishedDocument document, int number) {
    return document.chunks().get(number).id();
  }

  private static List<ChunkId> ids(List<Hit> hits) {
    return hits.stream().map(Hit::chunk).toList();
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
      requireFound(index, document(2));
      index.commit(4);
      assertThat(index.position()).isEqualTo(4);
    }
    try (VectorIndex index = open(alpha())) {
      assertThat(index.position()).isEqualTo(4);
      assertThat(index.chunks()).isEqualTo(6);
      requireFound(index, document(2));
    }
  }

  private static void requireFound(VectorIndex index, PublishedDocument document)
      throws IOException {
    int number = document.row().receipt().index() == 0 ? 0 : (int) document.row().receipt().index();
    assertThat(ids(index.keyword("the contract " + number, 1))).contains(chunk(document, 0));
    for (int i = 0; i < document.chunks().size(); i++) {
      float[] vector = document.vectors().get(i);
      assertThat(ids(index.exact(vector, 1))).containsExactly(chunk(document, i));
      assertThat(ids(index.nearest(vector, 1))).containsExactly(chunk(document, i));
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
  void replacesAnOlderGenerationAndWithdraws() throws IOException {
    PublishedDocument old = document(1);
    PublishedDocument replacement = TestDocuments.document(1, 2, "warranty only");
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), old, document(2), replacement, replacement);
      assertThat(index.chunks()).isEqualTo(3);
      assertThat(ids(index.keyword("payment", 10))).containsExactly(chunk(document(2), 0));
      assertThat(ids(index.keyword("warranty", 10))).containsExactly(chunk(replacement, 0));
      withdraw(index, replacement.row().document());
      withdraw(index, replacement.row().document());
      assertThat(index.chunks()).isEqualTo(2);
      assertThat(index.keyword("warranty", 10)).isEmpty();
      assertThat(ids(index.exact(TestDocuments.vector(1000), 10)))
          .containsExactlyInAnyOrder(chunk(document(2), 0), chunk(document(2), 1));
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

  private static void requireRefused(Callable<?> call, ProblemCode code) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(call::call)
        .matches(e -> e.problem().code() == code);
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
  void isBoundToOneSpaceUntilItIsCleared() throws IOException {
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), document(1));
      index.commit(2);
      requireRefusesToBind(index);
    }
    try (VectorIndex index = provider().open(StageConfig.none(), alpha())) {
      requireRefusesToBind(index);
      index.clear();
      assertThat(index.position()).isZero();
      assertThat(index.chunks()).isZero();
      index.bind(TestDocuments.space("other"));
    }
  }

  private static void requireRefusesToBind(VectorIndex index) {
    requireRefused(
        () -> {
          index.bind(TestDocuments.space("other"));
          return index;
        },
        ProblemCode.SPACE_MISMATCH);
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

  private static PublishedDocument twin(int number) {
    PublishedDocument document = TestDocuments.document(number, "same words");
    return new PublishedDocument(
        document.row(), document.chunks(), List.of(TestDocuments.vector(5)));
  }

  @Test
  void losesNoMoreThanWhatWasNotCommittedInACrash() throws IOException {
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), document(1));
      index.commit(5);
      publish(index, alpha(), document(2));
      withdraw(index, TestDocuments.id(1));
      TestSpace crashed = alpha().copiedTo(folder.resolve("crashed"));
      try (VectorIndex reopened = open(crashed)) {
        assertThat(reopened.position()).isEqualTo(5);
        assertThat(reopened.chunks()).isEqualTo(2);
        publish(reopened, crashed, document(2));
        withdraw(reopened, TestDocuments.id(1));
        reopened.commit(7);
        assertThat(reopened.chunks()).isEqualTo(2);
        requireFound(reopened, document(2));
      }
    }
  }

  @Test
  void answersExactlyTheSameAfterARebuild() throws IOException {
    List<List<Hit>> before = new ArrayList<>();
    List<List<Hit>> after = new ArrayList<>();
    try (VectorIndex index = open(alpha())) {
      fill(index, 5);
      answers(index, before);
      index.clear();
      index.bind(TestDocuments.space("model"));
      fill(index, 1000);
      answers(index, after);
    }
    assertThat(after).isEqualTo(before);
    assertThat(before.getFirst()).hasSize(20);
  }

  private void fill(VectorIndex index, int commitEvery) throws IOException {
    for (int n = 0; n < 60; n++) {
      publish(index, alpha(), document(n));
      if (n % commitEvery == 0) {
        index.commit(n + 1);
      }
    }
    withdraw(index, TestDocuments.id(7));
  }

  private static void answers(VectorIndex index, List<List<Hit>> answers) throws IOException {
    for (int seed = 0; seed < 10; seed++) {
      answers.add(index.exact(TestDocuments.vector(-seed), 20));
    }
  }

  @Test
  void comesBackEmptyWhenItsFilesAreRuinedOrCut() throws IOException {
    for (String harm : List.of("ruined", "cut")) {
      TestSpace space = spaces.space("alpha", harm);
      try (VectorIndex index = open(space)) {
        publish(index, space, document(1));
        index.commit(5);
      }
      if (harm.equals("cut")) {
        ProjectionFixture.cut(space.path());
      } else {
        ProjectionFixture.ruin(space.path());
      }
      requireRefilled(space);
    }
  }

  private void requireRefilled(TestSpace space) throws IOException {
    try (VectorIndex index = open(space)) {
      assertThat(index.position()).isZero();
      publish(index, space, document(1));
      index.commit(6);
    }
    try (VectorIndex index = open(space)) {
      assertThat(index.position()).isEqualTo(6);
      requireFound(index, document(1));
    }
  }

  @Test
  void readsNothingOfAnotherTenantsFiles() throws IOException {
    TestSpace alpha = alpha();
    try (VectorIndex index = open(alpha)) {
      publish(index, alpha, TestDocuments.document(1, MARKER));
      index.commit(5);
    }
    TestSpace beta = spaces.space("beta", "index");
    TestFolders.copy(alpha.path(), beta.path());
    try (VectorIndex other = open(beta)) {
      assertThat(other.chunks()).isZero();
      assertThat(other.keyword(MARKER, 10)).isEmpty();
    }
  }

  @Test
  void writesNoTextAndNoId() throws IOException {
    PublishedDocument document = TestDocuments.document(1, MARKER + " and more words");
    try (VectorIndex index = open(alpha())) {
      publish(index, alpha(), document);
      index.commit(1);
      assertThat(index.keyword(MARKER, 1)).hasSize(1);
      for (String secret :
          List.of(MARKER, document.row().document().value(), chunk(document, 0).value())) {
        assertThat(MarkerScan.files(folder, secret)).isEmpty();
      }
    }
  }

  @Test
  void opensNoOlderCopyOnceItIsPurged() throws IOException {
    TestSpace alpha = alpha();
    try (VectorIndex index = open(alpha)) {
      publish(index, alpha, TestDocuments.document(1, MARKER), document(2));
      index.commit(2);
      TestSpace backup = alpha.copiedTo(folder.resolve("backup"));
      withdraw(index, TestDocuments.id(1));
      index.commit(3);
      index.purge();
      requireFound(index, document(2));
      requireOnlySecond(index);
      try (VectorIndex old = open(backup)) {
        assertThat(old.chunks()).isZero();
        assertThat(old.keyword(MARKER, 1)).isEmpty();
      }
    }
    try (VectorIndex index = open(alpha)) {
      assertThat(index.position()).isEqualTo(3);
      requireOnlySecond(index);
    }
  }

  private static void requireOnlySecond(VectorIndex index) throws IOException {
    assertThat(index.chunks()).isEqualTo(2);
    assertThat(index.keyword(MARKER, 1)).isEmpty();
  }

  @Test
  void goesOnAfterAPurge() throws IOException {
    try (VectorIndex index = open(alpha())) {
      for (int n = 1; n <= 3; n++) {
        publish(index, alpha(), document(n), document(n + 10));
        withdraw(index, TestDocuments.id(n));
        index.purge();
        index.commit(n);
      }
      assertThat(index.chunks()).isEqualTo(6);
    }
    try (VectorIndex index = open(alpha())) {
      assertThat(index.position()).isEqualTo(3);
      requireFound(index, document(13));
    }
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

  private static boolean alwaysFindsTheFirst(VectorIndex index) throws IOException {
    boolean found = true;
    for (int i = 0; i < 60; i++) {
      found &= ids(index.exact(TestDocuments.vector(0), 1)).contains(chunk(document(0), 0));
      found &= !index.keyword("payment", 5).isEmpty();
    }
    return found;
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    TestSpace space = alpha();
    StageConfig unknown = StageConfig.of(Map.of("no-such-key", "1"));
    requireRefused(() -> provider().open(unknown, space), ProblemCode.CONFIGURATION_INVALID);
  }

  @Test
  void closesTwiceAndThenRefuses() throws IOException {
    VectorIndex index = open(alpha());
    index.close();
    index.close();
    assertThatThrownBy(index::chunks).isInstanceOf(IOException.class);
  }
}
