package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails, fails one file; what ends a run, loses nothing. */
class FailuresIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @AfterEach
  void calm() {
    MoodyModelProvider.hear(text -> {});
  }

  @Test
  void anErrorOfTheVirtualMachineIsTheEndOfOneFile() throws IOException {
    Path in = Samples.texts(folder.resolve("in"), 3);
    Map<String, Error> errors =
        Map.of(
            "memory", new OutOfMemoryError("secret"),
            "stack", new StackOverflowError("secret"),
            "classes", new NoClassDefFoundError("secret"));
    for (String name : errors.keySet()) {
      Files.writeString(in.resolve(name + ".md"), "This one speaks of failing " + name + ".\n");
    }
    MoodyModelProvider.hear(
        text -> {
          for (Map.Entry<String, Error> error : errors.entrySet()) {
            if (text.contains("failing " + error.getKey())) {
              throw error.getValue();
            }
          }
        });
    try (House house = moody();
        TenantSession session = house.session(House.A)) {
      Map<String, String> told = new TreeMap<>();
      for (DocumentOutcome outcome : House.ingest(session, in)) {
        told.put(outcome.fileName().value(), outcome.word());
        assertThat(session.prove(outcome.receipt())).isNotEmpty();
        assertThat(outcome.toString()).doesNotContain("secret");
      }
      assertThat(told)
          .hasSize(6)
          .containsEntry("memory.md", "failed")
          .containsEntry("stack.md", "failed")
          .containsEntry("classes.md", "failed")
          .containsEntry("note-000.md", "stored");
      assertThat(session.counts().documents()).isEqualTo(3);
    }
  }

  @Test
  void closingARunStopsBetweenTwoChunksAndTheNextRunBeginsAnew() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("a.md"), Samples.text(1));
    Files.writeString(in.resolve("b.md"), sections(20));
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    MoodyModelProvider.EMBEDDED.set(0);
    MoodyModelProvider.hear(text -> hold(text, reached, goOn));
    try (House house = moody();
        TenantSession session = house.session(House.A)) {
      try (IngestRun run = session.ingest(Batch.ofFolder(in), ProgressListener.NONE)) {
        assertThat(run.next()).get().isInstanceOf(DocumentOutcome.Stored.class);
        reached.await();
        releaseOnceWaiting(Thread.currentThread(), goOn);
      }
      assertThat(MoodyModelProvider.EMBEDDED.get()).isLessThan(5);
      assertThat(types(session)).containsOnlyOnce(EventType.DOCUMENT_PUBLISHED);
      assertThat(House.ingest(session, in).stream().map(DocumentOutcome::word))
          .containsExactly("unchanged", "stored");
    }
  }

  @Test
  void equalFilesOfOneBatchAreStoredOnceAndUnchangedOtherwise() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < 12; i++) {
      Files.writeString(in.resolve("copy-" + i + ".md"), Samples.text(1));
    }
    try (House house = moody();
        TenantSession session = house.session(House.A)) {
      List<String> words =
          House.ingest(session, in).stream().map(DocumentOutcome::word).sorted().toList();
      assertThat(words).hasSize(12).containsOnlyOnce("stored");
      assertThat(words.subList(1, 12)).containsOnly("unchanged");
      assertThat(session.counts().documents()).isEqualTo(1);
    }
  }

  @Test
  void aDocumentOfMoreChunksThanAreEmbeddedSaysBothNumbers() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("endless.md"), sections(5_001));
    try (House house = moody();
        TenantSession session = house.session(House.A)) {
      MoodyModelProvider.EMBEDDED.set(0);
      DocumentOutcome outcome = House.ingest(session, in).getFirst();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              DocumentOutcome.Failed.class,
              failed -> {
                assertThat(failed.problem().code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
                assertThat(failed.problem().message()).contains("5001", "5000");
              });
      assertThat(MoodyModelProvider.EMBEDDED.get()).isZero();
    }
  }

  @Test
  void aListenerThatThrowsHurtsNobody() throws IOException {
    Path in = Samples.texts(folder.resolve("in"), 2);
    try (House house = moody();
        TenantSession session = house.session(House.A);
        IngestRun run =
            session.ingest(
                Batch.ofFolder(in),
                progress -> {
                  throw new IllegalStateException("not our affair");
                })) {
      assertThat(run.next()).get().isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(run.next()).get().isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(run.next()).isEmpty();
    }
  }

  private static String sections(int sections) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sections; i++) {
      text.append("# Section ").append(i).append("\n\n").append("lorem ipsum ".repeat(40));
      text.append("\n\n");
    }
    return text.toString();
  }

  /** Stops in the first section until it may go on. */
  private static void hold(String text, CountDownLatch reached, CountDownLatch goOn)
      throws IOException {
    if (text.contains("Section 0")) {
      reached.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** Lets the document go on when the caller waits for it in {@code close}. */
  private static void releaseOnceWaiting(Thread caller, CountDownLatch goOn) {
    Thread.ofPlatform()
        .daemon(true)
        .start(
            () -> {
              while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              goOn.countDown();
            });
  }

  private House moody() throws IOException {
    return House.Plan.of(folder).embedding("moody").open();
  }

  private static List<EventType> types(TenantSession session) {
    return House.events(session).stream().map(entry -> entry.event().type()).toList();
  }
}
