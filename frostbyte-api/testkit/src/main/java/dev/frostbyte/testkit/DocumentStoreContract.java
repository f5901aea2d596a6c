package dev.frostbyte.testkit;

import static dev.frostbyte.testkit.ProjectionFixture.publish;
import static dev.frostbyte.testkit.ProjectionFixture.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStore.ChunkRow;
import dev.frostbyte.api.spi.DocumentStore.Counts;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DocumentStore} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class DocumentStoreContract extends ProjectionContract<DocumentStore> {
  /** For subclasses. */
  protected DocumentStoreContract() {}

  /** The provider under test. */
  protected abstract DocumentStoreProvider provider();

  @Override
  final DocumentStore open(StageConfig config, TestSpace space) throws IOException {
    return provider().open(config, space);
  }

  @Override
  final long chunks(DocumentStore store) throws IOException {
    return store.counts().chunks();
  }

  @Override
  final PublishedDocument document(int number) {
    return TestDocuments.document(
        number, "First of " + number, "Second: Äpfel \uD83C\uDF4E of " + number);
  }

  @Override
  final void requireServed(DocumentStore store, PublishedDocument document) throws IOException {
    assertThat(store.document(document.row().document())).contains(document.row());
    for (Chunk chunk : document.chunks()) {
      assertThat(store.chunk(chunk.id())).contains(new ChunkRow(document.row(), chunk));
    }
  }

  @Override
  final void requireAbsent(DocumentStore store, PublishedDocument document) throws IOException {
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
}
