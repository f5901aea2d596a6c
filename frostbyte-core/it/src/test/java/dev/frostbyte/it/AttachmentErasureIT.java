package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing a file takes along what came in only in it, and says what stays. */
class AttachmentErasureIT {
  @TempDir private Path temp = Path.of("replaced by JUnit");
  private Path folder = temp;

  @BeforeEach
  void laysFilesDown() throws IOException {
    folder = temp.toRealPath();
    NestedParserProvider.put("one.md", "The first of the year.\n+ deep.md\n");
    NestedParserProvider.put("deep.md", "A deep note of the year.\n");
    NestedParserProvider.put("two.md", "The second of the year.\n");
  }

  @Test
  void whatCameOnlyInItGoesWithItAndTheReceiptNamesBoth() throws IOException {
    Path mail = write("mail.md", "A letter.\n+ one.md\n+ two.md\n");
    Path two = write("two.md", "The second of the year.\n");
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      List<DocumentOutcome> outcomes = House.ingest(session, mail);
      House.ingest(session, two);
      DocumentId document = outcomes.getFirst().document();
      ErasureReceipt receipt = session.erase(document);
      assertThat(receipt.document()).isEqualTo(document);
      assertThat(receipt.attachments())
          .extracting(ErasureReceipt.Erased::document)
          .containsExactly(outcomes.get(1).document(), outcomes.get(2).document());
      assertThat(receipt.staying()).containsExactly(outcomes.get(3).document());
      assertThat(names(session)).containsExactly("two.md");
      assertThat(ErasureIT.objects(House.home(folder))).hasSize(2);
      receipt
          .attachments()
          .forEach(erased -> assertThat(session.prove(erased.physicallyRemoved())).isNotEmpty());
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void whatLayInTwoStaysUntilBothAreErasedAlsoAfterTheTenantWasOpenedAnew() throws IOException {
    Path one = write("mail-1.md", "One letter.\n+ two.md\n");
    Path other = write("mail-2.md", "Another letter.\n+ two.md\n");
    List<DocumentOutcome> outcomes = new ArrayList<>();
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      outcomes.addAll(House.ingest(session, one));
      outcomes.addAll(House.ingest(session, other));
    }
    assertThat(AttachmentsIT.told(outcomes))
        .containsExactly(
            "stored mail-1.md 0", "stored two.md 1", "stored mail-2.md 0", "unchanged two.md 1");
    for (int mail : new int[] {0, 2}) {
      try (Pipeline pipeline = pipeline();
          TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
        ErasureReceipt receipt = session.erase(outcomes.get(mail).document());
        assertThat(receipt.attachments()).hasSize(mail == 0 ? 0 : 1);
        assertThat(receipt.staying()).hasSize(mail == 0 ? 1 : 0);
        assertThat(names(session)).hasSize(mail == 0 ? 2 : 0);
      }
    }
  }

  @Test
  void filesThatShareOneAreTakenAtOnceAndErasedAtOnce() throws Exception {
    NestedParserProvider.put("shared.md", "Shared by all.\n+ one.md\n");
    List<Path> mails = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      mails.add(write("mail-" + i + ".md", "Letter " + i + ".\n+ shared.md\n"));
    }
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<DocumentOutcome>>> runs = new ArrayList<>();
      for (List<Path> half : List.of(mails.subList(0, 3), mails.subList(3, 6))) {
        runs.add(threads.submit(() -> House.ingest(session, Batch.of(half))));
      }
      List<DocumentOutcome> outcomes = new ArrayList<>();
      for (Future<List<DocumentOutcome>> run : runs) {
        outcomes.addAll(run.get());
      }
      assertThat(outcomes).allMatch(it -> List.of("stored", "unchanged").contains(it.word()));
      assertThat(names(session)).hasSize(9);
      List<Future<ErasureReceipt>> erasures = new ArrayList<>();
      outcomes.stream()
          .filter(outcome -> outcome.origin().attachment().isEmpty())
          .forEach(it -> erasures.add(threads.submit(() -> session.erase(it.document()))));
      for (Future<ErasureReceipt> erasure : erasures) {
        erasure.get();
      }
      assertThat(names(session)).isEmpty();
      assertThat(ErasureIT.objects(House.home(folder))).isEmpty();
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void whatAnErasedFileStillBringsIsGoneAsWell() throws IOException {
    Path mail = write("mail.md", "A letter.\n+ one.md\n+ two.md\n");
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      ErasingListener listener = new ErasingListener(session);
      try (IngestRun run = session.ingest(Batch.of(List.of(mail)), listener)) {
        while (run.next().isPresent()) {
          assertThat(run.batch()).isNotNull();
        }
      }
      assertThat(listener.erased).isTrue();
      assertThat(names(session)).isEmpty();
      assertThat(ErasureIT.objects(House.home(folder))).isEmpty();
    }
  }

  /** Erases the file while the first that lies in it is on its way. */
  private static final class ErasingListener implements ProgressListener {
    private final TenantSession session;
    private boolean erased;

    ErasingListener(TenantSession session) {
      this.session = session;
    }

    @Override
    public void progress(Progress progress) {
      boolean inside = progress.file().value().equals("one.md");
      if (inside && progress.phase() == Phase.PARSING && !erased) {
        erased = true;
        session.erase(session.documents("", 1).getFirst().document());
      }
    }
  }

  private static List<String> names(TenantSession session) {
    return session.documents("", 100).stream().map(row -> row.fileName().value()).toList();
  }

  private Path write(String name, String text) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    return Files.writeString(in.resolve(name), text);
  }

  private Pipeline pipeline() throws IOException {
    return House.bare(folder).parser("nested").inspector("class").build();
  }
}
