package dev.frostbyte.testkit;

import static dev.frostbyte.testkit.ProjectionFixture.publish;
import static dev.frostbyte.testkit.ProjectionFixture.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Projection;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Projection} must do, whatever it answers: positions, crashes, ruined files,
 * other tenants' files, purges. One thread.
 *
 * @param <P> the projection
 */
abstract class ProjectionContract<P extends Projection> {
  /** A word that no other text holds. */
  static final String MARKER = "quartzmoorobsidian";

  @TempDir Path folder = Path.of("replaced by JUnit");

  private TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  /** Opens the projection, ready to be used. */
  abstract P open(StageConfig config, TestSpace space) throws IOException;

  /** Chunks it holds. */
  abstract long chunks(P projection) throws IOException;

  /** A document of two chunks. */
  abstract PublishedDocument document(int number);

  /** Checks that it answers with everything of a document. */
  abstract void requireServed(P projection, PublishedDocument document) throws IOException;

  /** Checks that it answers with nothing of a document. */
  abstract void requireAbsent(P projection, PublishedDocument document) throws IOException;

  @BeforeEach
  final void openSpaces() {
    spaces = TestSpaces.in(folder.resolve("home"));
  }

  @AfterEach
  final void closeSpaces() {
    spaces.close();
  }

  final TestSpace alpha() throws IOException {
    return spaces.space("alpha", "projection");
  }

  final P open(TestSpace space) throws IOException {
    return open(StageConfig.none(), space);
  }

  @Test
  void losesNoMoreThanWhatWasNotCommittedInACrash() throws IOException {
    try (P projection = open(alpha())) {
      publish(projection, alpha(), document(1));
      projection.commit(5);
      publish(projection, alpha(), document(2));
      withdraw(projection, TestDocuments.id(1));
      TestSpace crashed = alpha().copiedTo(folder.resolve("crashed"));
      try (P reopened = open(crashed)) {
        assertThat(reopened.position()).isEqualTo(5);
        assertThat(chunks(reopened)).isEqualTo(2);
        publish(reopened, crashed, document(2));
        withdraw(reopened, TestDocuments.id(1));
        reopened.commit(7);
        requireServed(reopened, document(2));
        requireAbsent(reopened, document(1));
        assertThat(chunks(reopened)).isEqualTo(2);
      }
    }
  }

  @Test
  void neverHoldsAPositionWithoutWhatCameBefore() throws IOException {
    try (P projection = open(alpha())) {
      for (int n = 1; n <= 12; n++) {
        publish(projection, alpha(), document(n));
        projection.commit(n);
        requireAllUpToPosition(alpha().copiedTo(folder.resolve("crash-" + n)), n);
      }
    }
  }

  private void requireAllUpToPosition(TestSpace crashed, int committed) throws IOException {
    try (P reopened = open(crashed)) {
      assertThat(reopened.position()).isEqualTo(committed);
      for (int n = 1; n <= committed; n++) {
        requireServed(reopened, document(n));
      }
    }
  }

  @Test
  void takesTheSameChangeTwiceAsOnce() throws IOException {
    try (P projection = open(alpha())) {
      publish(projection, alpha(), document(1), document(1), document(2));
      withdraw(projection, TestDocuments.id(2));
      withdraw(projection, TestDocuments.id(2));
      requireServed(projection, document(1));
      assertThat(chunks(projection)).isEqualTo(2);
    }
  }

  @Test
  void comesBackEmptyWhenItsFilesAreRuinedOrCut() throws IOException {
    for (String harm : List.of("ruined", "cut")) {
      TestSpace space = spaces.space("alpha", harm);
      try (P projection = open(space)) {
        publish(projection, space, document(1));
        projection.commit(5);
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
    try (P projection = open(space)) {
      assertThat(projection.position()).isZero();
      publish(projection, space, document(1));
      projection.commit(6);
    }
    try (P projection = open(space)) {
      assertThat(projection.position()).isEqualTo(6);
      requireServed(projection, document(1));
    }
  }

  @Test
  void clearsForARebuild() throws IOException {
    try (P projection = open(alpha())) {
      publish(projection, alpha(), document(1));
      projection.commit(9);
      projection.clear();
      assertThat(projection.position()).isZero();
      assertThat(chunks(projection)).isZero();
    }
    requireRefilled(alpha());
  }

  @Test
  void readsNothingOfAnotherTenantsFiles() throws IOException {
    TestSpace alpha = alpha();
    try (P projection = open(alpha)) {
      publish(projection, alpha, TestDocuments.document(1, MARKER));
      projection.commit(5);
    }
    TestSpace beta = spaces.space("beta", "projection");
    beta.take(TestDocuments.id(1));
    TestFolders.copy(alpha.path(), beta.path());
    try (P other = open(beta)) {
      requireAbsent(other, TestDocuments.document(1, MARKER));
    } catch (IOException | FrostbyteException refused) {
      assertThat(refused).hasMessageNotContaining(MARKER);
    }
  }

  @Test
  void writesNoTextAndNoName() throws IOException {
    PublishedDocument document = TestDocuments.document(1, MARKER + " and more words");
    try (P projection = open(alpha())) {
      publish(projection, alpha(), document);
      projection.commit(1);
      assertThat(chunks(projection)).isEqualTo(1);
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
      assertThat(MarkerScan.files(folder, secret)).as(secret).isEmpty();
    }
  }

  @Test
  void purgesWhatWasWithdrawnAndKeepsTheRest() throws IOException {
    DocumentId gone = TestDocuments.id(1);
    ChunkId chunk = document(1).chunks().getFirst().id();
    try (P projection = open(alpha())) {
      publish(projection, alpha(), document(1), document(2));
      projection.commit(2);
      alpha().destroy(gone);
      withdraw(projection, gone);
      projection.commit(3);
      projection.purge();
      assertThat(projection.position()).isEqualTo(3);
      requireServed(projection, document(2));
      requireAbsent(projection, document(1));
      assertThat(MarkerScan.files(folder, gone.value())).isEmpty();
      assertThat(MarkerScan.files(folder, chunk.value())).isEmpty();
    }
  }

  @Test
  void goesOnAfterAPurge() throws IOException {
    try (P projection = open(alpha())) {
      for (int n = 1; n <= 3; n++) {
        publish(projection, alpha(), document(n), document(n + 10));
        withdraw(projection, TestDocuments.id(n));
        projection.purge();
        projection.commit(n);
      }
      assertThat(chunks(projection)).isEqualTo(6);
    }
    try (P projection = open(alpha())) {
      assertThat(projection.position()).isEqualTo(3);
      requireServed(projection, document(13));
    }
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    TestSpace space = alpha();
    StageConfig unknown = StageConfig.of(Map.of("no-such-key", "1"));
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> open(unknown, space))
        .matches(e -> e.problem().code() == ProblemCode.CONFIGURATION_INVALID);
  }

  @Test
  void closesTwiceAndThenRefuses() throws IOException {
    P projection = open(alpha());
    projection.close();
    projection.close();
    assertThatThrownBy(() -> chunks(projection)).isInstanceOf(IOException.class);
  }
}
