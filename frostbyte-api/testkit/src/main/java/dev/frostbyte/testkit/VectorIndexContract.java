package dev.frostbyte.testkit;

import static dev.frostbyte.testkit.ProjectionFixture.publish;
import static dev.frostbyte.testkit.ProjectionFixture.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndex.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link VectorIndex} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class VectorIndexContract extends VectorIndexSearchContract {
  /** For subclasses. */
  protected VectorIndexContract() {}

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
  void opensNoOlderCopyOnceItIsPurged() throws IOException {
    TestSpace alpha = alpha();
    try (VectorIndex index = open(alpha)) {
      publish(index, alpha, TestDocuments.document(1, MARKER), document(2));
      index.commit(2);
      TestSpace backup = alpha.copiedTo(folder.resolve("backup"));
      withdraw(index, TestDocuments.id(1));
      index.commit(3);
      index.purge();
      requireServed(index, document(2));
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
}
