package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 3: no effect without its event, one outcome for every file, a receipt that proves. */
class Law3NoEffectWithoutEventIT {
  private static final Set<EventType> OUTCOMES =
      Set.of(
          EventType.DOCUMENT_PUBLISHED,
          EventType.DOCUMENT_UNCHANGED,
          EventType.DOCUMENT_HELD,
          EventType.DOCUMENT_QUARANTINED,
          EventType.DOCUMENT_REJECTED,
          EventType.DOCUMENT_FAILED);

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void everyFileHasOneOutcomeWithAReceiptThatProves() throws IOException {
    Path in = mixed();
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      List<DocumentOutcome> outcomes = House.ingest(session, in);
      assertThat(outcomes).hasSize(4);
      assertThat(outcomes.stream().map(DocumentOutcome::word))
          .containsExactlyInAnyOrder("stored", "stored", "rejected", "rejected");
      assertThat(outcomes.stream().map(o -> o.receipt().index())).doesNotHaveDuplicates();
      assertThat(outcomeEvents(session)).hasSize(4);
      for (DocumentOutcome outcome : outcomes) {
        assertThat(session.prove(outcome.receipt())).startsWith("c2sp.org/tlog-proof");
      }
      DocumentOutcome first = outcomes.getFirst();
      var forged =
          new dev.frostbyte.api.audit.AuditReceipt(
              first.receipt().origin(),
              first.receipt().index(),
              dev.frostbyte.api.model.ContentHash.of(new byte[1]));
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> session.prove(forged))
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void aJournalThatRefusesAnyEventLeavesNoEffectAndALaterRunFinishes() throws IOException {
    Path in = mixed();
    FaultyAudit audit = new FaultyAudit();
    try (House house = House.open(folder, House.home(folder), audit::wrap)) {
      int events = eventsOfARun(house, audit, in);
      assertThat(events).isGreaterThan(10);
      for (int event = 1; event <= events; event++) {
        refuse(house, audit, in, event);
      }
    }
  }

  private static int eventsOfARun(House house, FaultyAudit audit, Path in) throws IOException {
    try (TenantSession session = house.session(TenantId.of("whole"))) {
      audit.work();
      House.ingest(session, in);
      return audit.events().size();
    }
  }

  private static void refuse(House house, FaultyAudit audit, Path in, int event)
      throws IOException {
    TenantId tenant = TenantId.of("trial" + event);
    Set<Path> others = tenants(house);
    TenantSession session = house.session(tenant);
    Set<Path> own = tenants(house);
    own.removeAll(others);
    audit.failAt(event, () -> {});
    assertThat(ending(session, in)).as("event %d: %s", event, audit.refused()).isNotNull();
    audit.work();
    closeQuietly(session);
    finishes(house, tenant, in, own.iterator().next());
  }

  /** The code the run ends with; null when it ends well. */
  private static @org.jspecify.annotations.Nullable ProblemCode ending(
      TenantSession session, Path in) throws IOException {
    try {
      House.ingest(session, in);
      return null;
    } catch (FrostbyteException e) {
      assertThat(e.problem().code()).isEqualTo(ProblemCode.AUDIT_UNAVAILABLE);
      return e.problem().code();
    }
  }

  private static void finishes(House house, TenantId tenant, Path in, Path space)
      throws IOException {
    try (TenantSession session = house.session(tenant)) {
      assertThat(session.counts().documents()).isEqualTo(published(session));
      List<DocumentOutcome> again = House.ingest(session, in);
      assertThat(again.stream().map(DocumentOutcome::word))
          .allMatch(word -> Set.of("stored", "unchanged", "rejected").contains(word))
          .hasSize(4);
      assertThat(session.counts().documents()).isEqualTo(2);
      assertThat(session.verifyAudit().intact()).isTrue();
      assertThat(published(session)).isEqualTo(2);
    }
    assertThat(ErasureIT.objects(space)).as("objects of %s", tenant).hasSize(4);
  }

  private static long published(TenantSession session) {
    return outcomeEvents(session).stream()
        .filter(entry -> entry.event().type() == EventType.DOCUMENT_PUBLISHED)
        .map(entry -> entry.event().subject())
        .distinct()
        .count();
  }

  private static List<AuditEntry> outcomeEvents(TenantSession session) {
    return House.events(session).stream()
        .filter(entry -> OUTCOMES.contains(entry.event().type()))
        .toList();
  }

  private static Set<Path> tenants(House house) throws IOException {
    Path spaces = house.home().resolve("tenants");
    if (!Files.isDirectory(spaces)) {
      return new HashSet<>();
    }
    try (var list = Files.list(spaces)) {
      return new HashSet<>(list.toList());
    }
  }

  private static void closeQuietly(TenantSession session) {
    try {
      session.close();
    } catch (FrostbyteException e) {
      assertThat(e.problem().code()).isNotNull();
    }
  }

  /** Two good files, an empty one and one of no known type. */
  private Path mixed() throws IOException {
    Path in = Samples.texts(folder.resolve("in"), 2);
    Files.write(in.resolve("empty.txt"), new byte[0]);
    Files.write(in.resolve("unknown.bin"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    return in;
  }
}
