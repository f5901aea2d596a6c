package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.BatchSummary;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a run between a file and those that lie in it, the next run takes the rest. */
class AttachmentCrashIT {
  private static final List<String> NAMES = List.of("mail.md", "one.md", "deep.md", "two.md");

  @TempDir private Path temp = Path.of("replaced by JUnit");

  @Test
  void whereverTheJournalEndsTheNextRunTakesWhatLiesInTheFile() throws IOException {
    Path folder = temp.toRealPath();
    Path mail = lay(folder);
    FaultyAudit audit = new FaultyAudit();
    try (Pipeline pipeline = pipeline(folder, audit)) {
      List<String> events = events(pipeline, audit, mail);
      int first = events.indexOf(EventType.DOCUMENT_PUBLISHED.name()) + 1;
      assertThat(events.size()).isGreaterThan(first + 25);
      int pending = 0;
      for (int event = first; event <= events.size(); event++) {
        TenantId tenant = TenantId.of("trial" + event);
        long there = interrupted(pipeline, audit, tenant, mail, event);
        pending += there > 0 && there < NAMES.size() ? 1 : 0;
        finishes(pipeline, tenant, mail, event);
      }
      assertThat(pending).as("runs that ended between the file and the last in it").isPositive();
    }
  }

  /** A run that fails at this event; how many documents it had stored. */
  private static long interrupted(
      Pipeline pipeline, FaultyAudit audit, TenantId tenant, Path mail, int event)
      throws IOException {
    TenantSession session = House.session(pipeline, tenant, House.CALLER);
    audit.failAt(event, () -> {});
    House.code(() -> House.ingest(session, mail), ProblemCode.AUDIT_UNAVAILABLE);
    audit.work();
    closeQuietly(session);
    try (TenantSession again = House.session(pipeline, tenant, House.CALLER)) {
      assertThat(again.batches()).noneMatch(BatchSummary::complete);
      return again.counts().documents();
    }
  }

  private static void finishes(Pipeline pipeline, TenantId tenant, Path mail, int event)
      throws IOException {
    try (TenantSession session = House.session(pipeline, tenant, House.CALLER)) {
      List<DocumentOutcome> outcomes = House.ingest(session, mail);
      assertThat(outcomes)
          .as("event %d", event)
          .extracting(DocumentOutcome::word)
          .isSubsetOf("stored", "unchanged")
          .hasSizeBetween(1, NAMES.size());
      assertThat(session.documents("", 10))
          .as("event %d", event)
          .extracting(row -> row.fileName().value())
          .containsExactlyInAnyOrderElementsOf(NAMES);
      assertThat(session.report(session.batches().getLast().batch()).complete()).isTrue();
      assertThat(AttachmentsIT.told(House.ingest(session, mail)))
          .as("nothing is pending after event %d", event)
          .containsExactly("unchanged mail.md 0");
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  private static List<String> events(Pipeline pipeline, FaultyAudit audit, Path mail)
      throws IOException {
    try (TenantSession session = House.session(pipeline, TenantId.of("whole"), House.CALLER)) {
      audit.work();
      House.ingest(session, mail);
      return audit.events();
    }
  }

  private static Path lay(Path folder) throws IOException {
    NestedParserProvider.put("one.md", "The first of the year.\n+ deep.md\n");
    NestedParserProvider.put("deep.md", "A deep note of the year.\n");
    NestedParserProvider.put("two.md", "The second of the year.\n");
    return Files.writeString(folder.resolve("mail.md"), "A letter.\n+ one.md\n+ two.md\n");
  }

  private static Pipeline pipeline(Path folder, FaultyAudit audit) throws IOException {
    return House.bare(folder, House.home(folder), audit::wrap)
        .parser("nested")
        .inspector("class")
        .build();
  }

  private static void closeQuietly(TenantSession session) {
    try {
      session.close();
    } catch (FrostbyteException e) {
      assertThat(e.problem().code()).isNotNull();
    }
  }
}
