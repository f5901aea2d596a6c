package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One thread at a time takes the outcomes of a run; any thread may close it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunByTwoThreadsIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void aSecondThreadIsRefusedAndTheFirstGoesOn() throws Exception {
    Held held = new Held();
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A);
        IngestRun run = session.ingest(batch(), held)) {
      FutureTask<Optional<DocumentOutcome>> first = started(run);
      held.begun.await();
      assertThatThrownBy(run::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another thread");
      held.go.countDown();
      assertThat(first.get().orElseThrow()).isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(run.next().orElseThrow()).isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(run.next()).isEmpty();
    }
  }

  @Test
  void closingFromAnotherThreadEndsTheWait() throws Exception {
    Held held = new Held();
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A);
        IngestRun run = session.ingest(batch(), held)) {
      FutureTask<Optional<DocumentOutcome>> first = started(run);
      held.begun.await();
      Thread closing = Thread.ofPlatform().start(run::close);
      while (closing.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      held.go.countDown();
      House.code(() -> resultOf(first), ProblemCode.CANCELLED);
      closing.join();
      assertThat(run.next()).isEmpty();
      assertThat(session.counts().documents()).isZero();
      assertThat(House.ingest(session, batch())).hasSize(2);
    }
  }

  private Batch batch() throws IOException {
    return Batch.ofFolder(Samples.texts(folder.resolve("in"), 2));
  }

  private static FutureTask<Optional<DocumentOutcome>> started(IngestRun run) {
    FutureTask<Optional<DocumentOutcome>> task = new FutureTask<>(run::next);
    Thread.ofPlatform().start(task);
    return task;
  }

  private static void resultOf(FutureTask<Optional<DocumentOutcome>> task) throws Throwable {
    try {
      task.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause();
    }
  }

  /** Holds every document back at its beginning. */
  private static final class Held implements ProgressListener {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public void progress(Progress progress) {
      begun.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
