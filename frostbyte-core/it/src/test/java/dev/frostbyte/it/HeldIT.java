package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one person decides about: documents of which the rules do not know the kind. */
class HeldIT {
  private static final String DOUBT =
      "# Invoice or agreement\n\nWhich of the two this paper is, nobody says.\n";

  @TempDir private Path temp = Path.of("replaced by JUnit");
  private Path folder = temp;
  private Path doubt = temp;

  @BeforeEach
  void writesAFile() throws IOException {
    folder = temp.toRealPath();
    doubt = Files.writeString(folder.resolve("letter.md"), DOUBT);
  }

  @Test
  void aHeldDocumentTakesOneDecision() throws IOException {
    try (Pipeline pipeline = pipeline(Clock.systemUTC());
        TenantSession ada = House.session(pipeline, House.A, House.CALLER)) {
      assertThat(House.ingest(ada, doubt).getFirst()).isInstanceOf(DocumentOutcome.Held.class);
      House.ingest(ada, doubt);
      Review review = ada.reviews().waiting("", 10).getFirst();
      assertThat(review.state()).isEqualTo(Review.State.HELD);
      assertThat(review.classification().documentClass()).isEqualTo(DocumentClass.INVOICE);
      assertThat(ada.documents("", 10)).isEmpty();
      assertThat(
              ada.reviews()
                  .accept(review.document(), review.token(), DocumentClass.INVOICE, "It bills."))
          .isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(ada.documents("", 10).getFirst().classification())
          .isEqualTo(new Classification(DocumentClass.INVOICE, 1, "person", true));
    }
  }

  @Test
  void aRejectedDocumentIsQuarantined() throws IOException {
    try (Pipeline pipeline = pipeline(Clock.systemUTC());
        TenantSession ada = House.session(pipeline, House.A, House.CALLER)) {
      House.ingest(ada, doubt);
      Review review = ada.reviews().waiting("", 10).getFirst();
      ada.reviews().reject(review.document(), review.token(), "No.");
      Review after = ada.reviews().show(review.document());
      assertThat(after.state()).isEqualTo(Review.State.QUARANTINED);
      assertThat(after.problem().code()).isEqualTo(ProblemCode.REVIEW_REJECTED);
      assertThat(House.ingest(ada, doubt).getFirst())
          .isInstanceOf(DocumentOutcome.Quarantined.class);
    }
  }

  @Test
  void whatNobodyDecidesInTimeIsQuarantined() throws IOException {
    Clock now = Clock.systemUTC();
    try (Pipeline pipeline = pipeline(now);
        TenantSession ada = House.session(pipeline, House.A, House.CALLER)) {
      House.ingest(ada, doubt);
      House.ingest(ada, doubt);
    }
    Duration longest = PipelineLimits.DEFAULT.longestReview();
    Clock justBefore = Clock.offset(now, longest.minusHours(1));
    try (Pipeline pipeline = pipeline(justBefore);
        TenantSession ada = House.session(pipeline, House.A, House.CALLER)) {
      assertThat(ada.reviews().waiting("", 10).getFirst().state()).isEqualTo(Review.State.HELD);
      House.ingest(ada, doubt);
    }
    try (Pipeline pipeline = pipeline(Clock.offset(now, longest.plusHours(1)));
        TenantSession ada = House.session(pipeline, House.A, House.CALLER)) {
      Review review = ada.reviews().waiting("", 10).getFirst();
      assertThat(review.state()).isEqualTo(Review.State.QUARANTINED);
      assertThat(review.problem().code()).isEqualTo(ProblemCode.REVIEW_TIMED_OUT);
    }
  }

  @Test
  void twoReviewersNeverWaitForEachOthersDocuments() throws Exception {
    Path other = Files.writeString(folder.resolve("other.md"), DOUBT + "\nNor does this.\n");
    ExecutorService people =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
    try (Pipeline pipeline = pipeline(Clock.systemUTC());
        TenantSession ada = House.session(pipeline, House.A, House.CALLER);
        TenantSession bob = House.session(pipeline, House.A, House.OTHER)) {
      House.ingest(ada, doubt, other);
      List<Review> waiting = ada.reviews().waiting("", 10);
      List<Callable<Void>> work =
          List.of(() -> insist(ada, waiting.get(0)), () -> insist(bob, waiting.get(1)));
      for (var done : people.invokeAll(work, 60, TimeUnit.SECONDS)) {
        assertThat(done.isCancelled()).as("both came to an end").isFalse();
        done.get();
      }
    } finally {
      people.shutdownNow();
    }
  }

  /** Decides again and again about one document, with a token that is none. */
  private static Void insist(TenantSession session, Review review) {
    for (int i = 0; i < 500; i++) {
      assertThatThrownBy(
              () -> session.reviews().reject(review.document(), "rev_of_nothing", "I insist."))
          .isInstanceOfSatisfying(
              FrostbyteException.class,
              refusal ->
                  assertThat(refusal.problem().code()).isEqualTo(ProblemCode.REVIEW_TOKEN_STALE));
    }
    return null;
  }

  private Pipeline pipeline(Clock clock) throws IOException {
    return House.bare(folder).parser("markdown").inspector("class").clock(clock).build();
  }
}
