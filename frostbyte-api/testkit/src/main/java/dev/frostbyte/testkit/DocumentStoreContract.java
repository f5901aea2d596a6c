package dev.frostbyte.testkit;

import static dev.frostbyte.testkit.ProjectionFixture.publish;
import static dev.frostbyte.testkit.ProjectionFixture.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStore.ChunkRow;
import dev.frostbyte.api.spi.DocumentStore.Counts;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link DocumentStore} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class DocumentStoreContract {
  private static final String MARKER = "quartzmoor-obsidian";

  @TempDir Path folder = Path.of("replaced by JUnit");

  private TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  /** For subclasses. */
  protected DocumentStoreContract() {}

  /** The provider under test. */
  protected abstract DocumentStoreProvider provider();

  @BeforeEach
  void openSpaces() {
    spaces = TestSpaces.in(folder.resolve("home"));
  }

  @AfterEach
  void closeSpaces() {
    spaces.close();
  }

  private TestSpace alpha() throws IOException {
    return spaces.space("alpha", "rows");
  }

  private DocumentStore open(TestSpace space) throws IOException {
    return provider().open(StageConfig.none(), space);
  }

  private static PublishedDocument document(int number) {
    return TestDocuments.document(
        number, "First of " + number, "Second: Äpfel \uD83C\uDF4E of " + number);
  }

  private static void requireServed(DocumentStore store, PublishedDocument document)
      throws IOException {
    assertThat(store.document(document.row().document())).contains(document.row());
    for (Chunk chunk : document.chunks()) {
      assertThat(store.chunk(chunk.id())).contains(new ChunkRow(document.row(), chunk));
    }
  }

  private static void requireAbsent(DocumentStore store, PublishedDocument document)
      throws IOException {
    assertThat(store.document(document.row().document())).isEmpty();
    for (Chunk chunk : document.chunks()) {
      assertThat(store.chunk(chunk.id())).isEmpty();
    }
  }

  @Test
  void startsEmpty() throws IOException {
    try (DocumentStore store = open(alpha())) {
      assertThat(store.position()).isZero();
      assertThat(store.counts()).isEqualTo(new Counts(0, 0));
      assertThat(store.documents("", 10)).isEmpty();
      requireAbsent(store, document(1));
    }
  }

  @Test
  void servesWhatWasPublishedAtOnceAndAfterReopening() throws IOException {
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document(1), document(2));
      requireServed(store, document(1));
      assertThat(store.counts()).isEqualTo(new Counts(2, 4));
      store.commit(17);
      assertThat(store.position()).isEqualTo(17);
    }
    try (DocumentStore store = open(alpha())) {
      assertThat(store.position()).isEqualTo(17);
      requireServed(store, document(1));
      requireServed(store, document(2));
    }
  }

  @Test
  void replacesAnOlderGeneration() throws IOException {
    PublishedDocument old = document(1);
    PublishedDocument replacement = TestDocuments.document(1, 2, "Only one now");
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), old, replacement);
      requireServed(store, replacement);
      assertThat(store.chunk(old.chunks().getFirst().id())).isEmpty();
      assertThat(store.counts()).isEqualTo(new Counts(1, 1));
    }
  }

  @Test
  void takesTheSameChangeTwiceAsOnce() throws IOException {
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document(1), document(1), document(2));
      withdraw(store, TestDocuments.id(2));
      withdraw(store, TestDocuments.id(2));
      requireServed(store, document(1));
      assertThat(store.counts()).isEqualTo(new Counts(1, 2));
    }
  }

  @Test
  void takesADocumentWithoutChunks() throws IOException {
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), TestDocuments.document(1));
      requireServed(store, TestDocuments.document(1));
      assertThat(store.counts()).isEqualTo(new Counts(1, 0));
    }
  }

  @Test
  void takesLongTextAndEveryCharacter() throws IOException {
    String text = "ä\u0000\uFFFF\uD83D\uDCC4\n".repeat(60_000);
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), TestDocuments.document(1, text));
      store.commit(1);
      requireServed(store, TestDocuments.document(1, text));
    }
  }

  @Test
  void pagesThroughDocumentsById() throws IOException {
    PublishedDocument[] all =
        IntStream.range(0, 25).mapToObj(n -> document(n)).toArray(PublishedDocument[]::new);
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), all);
      alpha().destroy(TestDocuments.id(3));
      alpha().destroy(TestDocuments.id(4));
      List<DocumentRow> expected = new ArrayList<>();
      for (int n = 0; n < 25; n++) {
        if (n != 3 && n != 4) {
          expected.add(all[n].row());
        }
      }
      expected.sort(Comparator.comparing(row -> row.document().value()));
      assertThat(paged(store, 4)).isEqualTo(expected);
    }
  }

  private static List<DocumentRow> paged(DocumentStore store, int limit) throws IOException {
    List<DocumentRow> rows = new ArrayList<>();
    String after = "";
    List<DocumentRow> page = store.documents(after, limit);
    while (!page.isEmpty()) {
      rows.addAll(page);
      after = page.getLast().document().value();
      page = store.documents(after, limit);
    }
    return rows;
  }

  @Test
  void losesNoMoreThanWhatWasNotCommittedInACrash() throws IOException {
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document(1));
      store.commit(5);
      publish(store, alpha(), document(2));
      withdraw(store, TestDocuments.id(1));
      TestSpace crashed = alpha().copiedTo(folder.resolve("crashed"));
      try (DocumentStore reopened = open(crashed)) {
        assertThat(reopened.position()).isEqualTo(5);
        publish(reopened, crashed, document(2));
        withdraw(reopened, TestDocuments.id(1));
        reopened.commit(7);
        requireServed(reopened, document(2));
        requireAbsent(reopened, document(1));
        assertThat(reopened.counts()).isEqualTo(new Counts(1, 2));
      }
    }
  }

  @Test
  void neverHoldsAPositionWithoutItsRows() throws IOException {
    try (DocumentStore store = open(alpha())) {
      for (int n = 1; n <= 12; n++) {
        publish(store, alpha(), document(n));
        store.commit(n);
        requireRowsUpToPosition(alpha().copiedTo(folder.resolve("crash-" + n)));
      }
    }
  }

  private void requireRowsUpToPosition(TestSpace crashed) throws IOException {
    try (DocumentStore reopened = open(crashed)) {
      for (int n = 1; n <= reopened.position(); n++) {
        requireServed(reopened, document(n));
      }
    }
  }

  @Test
  void comesBackEmptyWhenItsFilesAreRuinedOrCut() throws IOException {
    for (String harm : List.of("ruined", "cut")) {
      TestSpace space = spaces.space("alpha", harm);
      try (DocumentStore store = open(space)) {
        publish(store, space, document(1));
        store.commit(5);
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
    try (DocumentStore store = open(space)) {
      assertThat(store.position()).isZero();
      publish(store, space, document(1));
      store.commit(6);
    }
    try (DocumentStore store = open(space)) {
      assertThat(store.position()).isEqualTo(6);
      requireServed(store, document(1));
    }
  }

  @Test
  void readsNothingOfAnotherTenantsFiles() throws IOException {
    TestSpace alpha = alpha();
    try (DocumentStore store = open(alpha)) {
      publish(store, alpha, TestDocuments.document(1, MARKER));
      store.commit(5);
    }
    TestSpace beta = spaces.space("beta", "rows");
    beta.take(TestDocuments.id(1));
    TestFolders.copy(alpha.path(), beta.path());
    try (DocumentStore other = open(beta)) {
      requireUnreadable(other, TestDocuments.document(1, MARKER));
    } catch (IOException | FrostbyteException refused) {
      assertThat(refused).hasMessageNotContaining(MARKER);
    }
  }

  private static void requireUnreadable(DocumentStore store, PublishedDocument document) {
    assertThatExceptionOfType(SealBrokenException.class)
        .isThrownBy(() -> refusing(store, document))
        .withMessageNotContaining(MARKER);
  }

  /** Absence is as good as refusal. */
  private static void refusing(DocumentStore store, PublishedDocument document) throws IOException {
    boolean absent = store.document(document.row().document()).isEmpty();
    absent &= store.chunk(document.chunks().getFirst().id()).isEmpty();
    if (absent) {
      throw new SealBrokenException("absent");
    }
  }

  @Test
  void writesNoTextAndNoFileName() throws IOException {
    PublishedDocument document = TestDocuments.document(1, MARKER);
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document);
      store.commit(1);
      assertThat(MarkerScan.files(folder, MARKER)).isEmpty();
    }
    for (String secret :
        List.of(
            MARKER,
            "Heading",
            "family-1",
            document.row().fileName().value(),
            document.row().source().hex(),
            document.row().canonical().value())) {
      assertThat(MarkerScan.files(folder, secret)).isEmpty();
    }
  }

  @Test
  void readsRowsAsAbsentOnceTheirKeyIsDestroyed() throws IOException {
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document(1), document(2));
      alpha().destroy(TestDocuments.id(1));
      requireAbsent(store, document(1));
      requireServed(store, document(2));
      assertThat(store.counts()).isEqualTo(new Counts(1, 2));
    }
  }

  @Test
  void takesAReplayOfADocumentWhoseKeyIsGone() throws IOException {
    try (DocumentStore store = open(alpha())) {
      store.apply(new dev.frostbyte.api.spi.ProjectionChange.Publish(document(1)));
      withdraw(store, TestDocuments.id(1));
      store.commit(2);
      assertThat(store.position()).isEqualTo(2);
      requireAbsent(store, document(1));
    }
  }

  @Test
  void purgesWhatWasWithdrawnAndKeepsTheRest() throws IOException {
    DocumentId gone = TestDocuments.id(1);
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document(1), document(2));
      store.commit(2);
      alpha().destroy(gone);
      withdraw(store, gone);
      store.commit(3);
      store.purge();
      assertThat(store.position()).isEqualTo(3);
      requireServed(store, document(2));
      requireAbsent(store, document(1));
      assertThat(MarkerScan.files(folder, gone.value())).isEmpty();
      assertThat(MarkerScan.files(folder, document(1).chunks().getFirst().id().value())).isEmpty();
    }
  }

  @Test
  void clearsForARebuild() throws IOException {
    try (DocumentStore store = open(alpha())) {
      publish(store, alpha(), document(1));
      store.commit(9);
      store.clear();
      assertThat(store.position()).isZero();
      assertThat(store.counts()).isEqualTo(new Counts(0, 0));
      requireAbsent(store, document(1));
    }
    requireRefilled(alpha());
  }

  @Test
  void refusesHostileLimits() throws IOException {
    try (DocumentStore store = open(alpha())) {
      for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE}) {
        assertThatExceptionOfType(FrostbyteException.class)
            .isThrownBy(() -> store.documents("", limit))
            .matches(e -> e.problem().code() == ProblemCode.INVALID_ARGUMENT);
      }
      assertThat(store.documents("' OR 1=1 --", 10)).isEmpty();
    }
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    TestSpace space = alpha();
    StageConfig unknown = StageConfig.of(Map.of("no-such-key", "1"));
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> provider().open(unknown, space))
        .matches(e -> e.problem().code() == ProblemCode.CONFIGURATION_INVALID);
  }

  @Test
  void closesTwiceAndThenRefuses() throws IOException {
    DocumentStore store = open(alpha());
    store.close();
    store.close();
    assertThatThrownBy(store::counts).isInstanceOf(IOException.class);
  }
}
