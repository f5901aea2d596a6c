package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold of a tenant when everything is over and the home is opened again. */
final class TownLaws {
  private static final Set<EventType> OUTCOMES =
      Set.of(
          EventType.DOCUMENT_PUBLISHED,
          EventType.DOCUMENT_UNCHANGED,
          EventType.DOCUMENT_HELD,
          EventType.DOCUMENT_QUARANTINED,
          EventType.DOCUMENT_REJECTED,
          EventType.DOCUMENT_FAILED);

  private final Town town;
  private final Ledgers ledgers;

  TownLaws(Town town, Ledgers ledgers) {
    this.town = town;
    this.ledgers = ledgers;
  }

  /** Checks a tenant, then hands everything in once more and checks again. */
  void check(TenantId tenant) throws IOException {
    try (TenantSession session = town.session(tenant)) {
      Ledger ledger = ledgers.opening();
      logIsWhole(session);
      nothingIsLeftOpen(session);
      visibleIsWhatWasPublished(session);
      objectsAreThoseOfTheLog(ledger);
      aRebuildChangesNothing(session);
      aSecondRunDoesTheRest(session, ledger);
      objectsAreThoseOfTheLog(ledger);
      batchesHaveOneOutcomeForEachFile(session);
    }
  }

  private void logIsWhole(TenantSession session) {
    assertThat(session.verifyAudit().intact()).as("the log verifies").isTrue();
    List<AuditEntry> events = House.events(session);
    nobodyServesWhatWaits(events);
    for (DocumentOutcome outcome : town.told().outcomes(session.tenant())) {
      AuditEntry entry = events.get((int) outcome.receipt().index());
      assertThat(entry.receipt()).as("receipt of %s", outcome.word()).isEqualTo(outcome.receipt());
      assertThat(entry.event().type()).isEqualTo(Told.type(outcome));
    }
    town.told()
        .anyReceipt(session.tenant())
        .ifPresent(any -> assertThat(session.prove(any)).startsWith("c2sp.org/tlog-proof"));
  }

  /** Opening finishes puts and erasures; an export that was interrupted is nobody's to finish. */
  private static void nothingIsLeftOpen(TenantSession session) {
    var open = AuditQuery.all().scope(new AuditQuery.Scope.OpenIntents());
    assertThat(session.audit(open).entries())
        .extracting(entry -> entry.event().type())
        .as("open intents")
        .isSubsetOf(EventType.EXPORT_REQUESTED);
  }

  private void visibleIsWhatWasPublished(TenantSession session) {
    Set<DocumentId> visible = visible(session);
    Set<String> published = published(House.events(session));
    assertThat(visible).extracting(DocumentId::value).hasSameElementsAs(published);
    assertThat(visible).as("acknowledged").containsAll(town.told().stored(session.tenant()));
    for (DocumentId document : visible) {
      assertThat(town.told().isErased(session.tenant(), document)).as("erased").isFalse();
      assertThat(town.told().isQuarantined(session.tenant(), document)).isFalse();
    }
  }

  /** Documents that events alone say are visible. */
  private static Set<String> published(List<AuditEntry> events) {
    Set<String> visible = new HashSet<>();
    for (AuditEntry entry : events) {
      switch (entry.event().type()) {
        case DOCUMENT_PUBLISHED -> visible.add(entry.event().subject());
        case DOCUMENT_QUARANTINED, DOCUMENT_HELD, KEY_DESTROYED ->
            visible.remove(entry.event().subject());
        default -> {}
      }
    }
    return visible;
  }

  private static void objectsAreThoseOfTheLog(Ledger ledger) throws IOException {
    Set<String> there =
        WatchedStages.objects().list().stream()
            .map(object -> object.hash().hex())
            .collect(Collectors.toSet());
    assertThat(there).as("objects").isEqualTo(LiveObjects.of(ledger));
  }

  private void aRebuildChangesNothing(TenantSession session) {
    List<DocumentRow> rows = session.documents("", 1_000);
    var found = town.search(session, ledgers.opening()).passages();
    session.rebuild();
    assertThat(session.documents("", 1_000)).as("rows").isEqualTo(rows);
    assertThat(town.search(session, ledgers.opening()).passages()).as("hits").isEqualTo(found);
  }

  private void aSecondRunDoesTheRest(TenantSession session, Ledger ledger) throws IOException {
    List<DocumentOutcome> outcomes = town.ingest(session, ledger, Inputs.ALL);
    Map<String, String> words = new TreeMap<>();
    outcomes.forEach(outcome -> words.put(outcome.fileName().value(), outcome.word()));
    for (String name : Inputs.GOOD) {
      assertThat(words.get(name)).as(name).isIn("stored", "unchanged");
    }
    boolean released = released(session.tenant());
    assertThat(words.get(Inputs.HOSTILE)).isEqualTo(released ? "unchanged" : "quarantined");
    assertThat(words.get(Inputs.EMPTY)).isEqualTo("rejected");
    assertThat(visible(session)).hasSize(Inputs.GOOD.size() + (released ? 1 : 0));
  }

  /** Called after the caller was told of the hostile file once more. */
  private boolean released(TenantId tenant) {
    return town.told()
        .document(tenant, Inputs.HOSTILE)
        .filter(document -> town.told().mayBeReleased(tenant, document))
        .isPresent();
  }

  /** Nothing is served after it was quarantined, unless somebody asked for its release. */
  private static void nobodyServesWhatWaits(List<AuditEntry> events) {
    Set<String> waiting = new HashSet<>();
    for (AuditEntry entry : events) {
      String subject = entry.event().subject();
      switch (entry.event().type()) {
        case DOCUMENT_QUARANTINED, DOCUMENT_HELD -> waiting.add(subject);
        case RELEASE_REQUESTED, KEY_DESTROYED -> waiting.remove(subject);
        case DOCUMENT_PUBLISHED ->
            assertThat(waiting).as("served without a release").doesNotContain(subject);
        default -> {}
      }
    }
  }

  private static void batchesHaveOneOutcomeForEachFile(TenantSession session) {
    List<AuditEntry> events = House.events(session);
    Map<String, Long> told = new TreeMap<>();
    events.stream()
        .filter(entry -> OUTCOMES.contains(entry.event().type()))
        .forEach(
            entry -> told.merge(String.valueOf(entry.event().data().get("batch")), 1L, Long::sum));
    for (AuditEntry entry : events) {
      long files = (Long) entry.event().data().getOrDefault("files", 0L);
      long outcomes = told.getOrDefault(entry.event().subject(), 0L);
      switch (entry.event().type()) {
        case BATCH_COMPLETED -> assertThat(outcomes).as("outcomes").isEqualTo(files);
        case BATCH_RECEIVED -> assertThat(outcomes).as("outcomes").isLessThanOrEqualTo(files);
        default -> {}
      }
    }
  }

  private static Set<DocumentId> visible(TenantSession session) {
    return session.documents("", 1_000).stream()
        .map(DocumentRow::document)
        .collect(Collectors.toSet());
  }
}
