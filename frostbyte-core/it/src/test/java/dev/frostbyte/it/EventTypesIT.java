package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.spi.ProjectionChange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No state change lacks its type of event: whoever adds a state must name the event of it here. */
class EventTypesIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  /** Event of each outcome of a file, by the name of its record. */
  private static final Map<String, EventType> OUTCOMES =
      Map.of(
          "Stored", EventType.DOCUMENT_PUBLISHED,
          "Unchanged", EventType.DOCUMENT_UNCHANGED,
          "Held", EventType.DOCUMENT_HELD,
          "Quarantined", EventType.DOCUMENT_QUARANTINED,
          "Rejected", EventType.DOCUMENT_REJECTED,
          "Failed", EventType.DOCUMENT_FAILED);

  /** Event that brings a document into each state of the catalog. */
  private static final Map<String, EventType> STATES =
      Map.of(
          "TAKEN", EventType.DOCUMENT_INGESTED,
          "PUBLISHED", EventType.DOCUMENT_PUBLISHED,
          "QUARANTINED", EventType.DOCUMENT_QUARANTINED,
          "HELD", EventType.DOCUMENT_HELD,
          "FAILED", EventType.DOCUMENT_FAILED,
          "ERASING", EventType.ERASURE_REQUESTED,
          "KEY_DESTROYED", EventType.KEY_DESTROYED);

  /** Event of each change that projections take. */
  private static final Map<String, EventType> CHANGES =
      Map.of("Publish", EventType.INDEX_WRITTEN, "Withdraw", EventType.KEY_DESTROYED);

  /** Events of each effect of the engine: first its intent, then its outcome. */
  private static final Map<String, List<EventType>> EFFECTS =
      Map.of(
          "TakeEffect", List.of(EventType.DOCUMENT_PUT_REQUESTED, EventType.DOCUMENT_INGESTED),
          "EraseEffect", List.of(EventType.ERASURE_REQUESTED, EventType.PHYSICALLY_REMOVED),
          "RebuildEffect", List.of(EventType.PROJECTIONS_REBUILT),
          "EvidenceEffect", List.of(EventType.DOCUMENT_REJECTED),
          "EndOfWork", List.of());

  /** Transitions of a tenant, as the specification's lifecycle has them. */
  private static final Map<String, EventType> TENANTS =
      Map.ofEntries(
          Map.entry("none to created", EventType.TENANT_CREATED),
          Map.entry("created to provisioning", EventType.TENANT_PROVISION_STARTED),
          Map.entry("provisioning to active", EventType.TENANT_PROVISIONED),
          Map.entry("provisioning to failed", EventType.TENANT_PROVISION_FAILED),
          Map.entry("failed to provisioning", EventType.TENANT_PROVISION_RETRY),
          Map.entry("failed to abandoned", EventType.TENANT_ABANDONED),
          Map.entry("active to active", EventType.TENANT_CONFIG_UPDATED),
          Map.entry("active to suspended", EventType.TENANT_SUSPENDED),
          Map.entry("suspended to active", EventType.TENANT_RESUMED),
          Map.entry("active to deprovisioning", EventType.TENANT_DEPROVISION_STARTED),
          Map.entry("deprovisioning to gone", EventType.TENANT_DEPROVISIONED),
          Map.entry("deprovisioning to failed", EventType.TENANT_DEPROVISION_FAILED));

  /** Life of a key. */
  private static final Map<String, EventType> KEYS =
      Map.of(
          "made with its tenant", EventType.TENANT_CREATED,
          "made with its document", EventType.DOCUMENT_INGESTED,
          "used", EventType.KEY_USED,
          "rotated", EventType.KEY_ROTATED,
          "destroyed", EventType.KEY_DESTROYED,
          "of the log, rotated", EventType.LOG_KEY_ROTATED);

  /** What the engine emits in a town without faults; the rest belongs to parts not built yet. */
  private static final Set<EventType> EMITTED =
      Set.of(
          EventType.LOG_SEALED,
          EventType.TENANT_REQUESTED,
          EventType.TENANT_CREATED,
          EventType.SESSION_OPENED,
          EventType.ACCESS_DENIED,
          EventType.KEY_USED,
          EventType.KEY_DESTROYED,
          EventType.BATCH_RECEIVED,
          EventType.BATCH_COMPLETED,
          EventType.DOCUMENT_PUT_REQUESTED,
          EventType.DOCUMENT_INGESTED,
          EventType.DOCUMENT_REJECTED,
          EventType.DOCUMENT_FAILED,
          EventType.DOCUMENT_QUARANTINED,
          EventType.DOCUMENT_UNCHANGED,
          EventType.DOCUMENT_PARSED,
          EventType.POLICY_EVALUATED,
          EventType.POLICY_GATE_FAILED,
          EventType.DOCUMENT_EMBEDDED,
          EventType.PUBLISH_REQUESTED,
          EventType.DOCUMENT_PUBLISHED,
          EventType.INDEX_WRITTEN,
          EventType.RETRIEVAL_EXECUTED,
          EventType.ERASURE_REQUESTED,
          EventType.PHYSICALLY_REMOVED,
          EventType.REVIEW_DECIDED,
          EventType.RELEASE_REQUESTED,
          EventType.DOCUMENT_RELEASED,
          EventType.EXPORT_REQUESTED,
          EventType.EXPORT_MADE,
          EventType.PROJECTIONS_REBUILT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BATCH_RECEIVED",
        "DOCUMENT_INGESTED",
        "DOCUMENT_REJECTED",
        "DOCUMENT_QUARANTINED",
        "DOCUMENT_PARSED",
        "DOCUMENT_PARSE_FAILED",
        "CONTENT_DROPPED",
        "POLICY_GATE_PASSED",
        "POLICY_GATE_FAILED",
        "PII_DETECTED",
        "DOCUMENT_EMBEDDED",
        "INDEX_WRITTEN",
        "EMBEDDING_FAILED",
        "RETRIEVAL_EXECUTED",
        "GENERATION_EXECUTED",
        "TENANT_CREATED",
        "TENANT_PROVISION_STARTED",
        "TENANT_PROVISIONED",
        "TENANT_PROVISION_FAILED",
        "TENANT_PROVISION_RETRY",
        "TENANT_CONFIG_UPDATED",
        "TENANT_SUSPENDED",
        "TENANT_RESUMED",
        "TENANT_DEPROVISION_STARTED",
        "TENANT_DEPROVISIONED",
        "TENANT_DEPROVISION_FAILED",
        "TENANT_ABANDONED",
        "KEY_ROTATED",
        "BATCH_COMPLETED",
        "ERASURE_REQUESTED",
        "KEY_DESTROYED",
        "PHYSICALLY_REMOVED",
        "REVEAL_REQUESTED",
        "REVEAL_MADE",
        "REVIEW_DECIDED",
        "RELEASE_REQUESTED",
        "DOCUMENT_RELEASED",
        "EXPORT_REQUESTED",
        "EXPORT_MADE",
        "EGRESS_REQUESTED",
        "EGRESS_COMPLETED",
        "EGRESS_FAILED",
        "KEY_USED",
        "ACCESS_DENIED",
        "ISOLATION_CHECKED",
        "POLICY_CHANGED",
        "LOG_SEALED",
        "LOG_KEY_ROTATED"
      })
  void theSpecificationsTypesAreThere(String name) {
    assertThat(EventType.valueOf(name).wireName()).startsWith("io.frostbyte.").endsWith(".v1");
  }

  @Test
  void everyOutcomeOfAFileHasItsType() {
    assertThat(names(DocumentOutcome.class.getPermittedSubclasses())).isEqualTo(OUTCOMES.keySet());
  }

  @Test
  void everyStateOfADocumentHasItsType() throws Exception {
    Class<?> states = engine("CatalogEntry$State");
    assertThat(Arrays.stream(states.getEnumConstants()).map(Object::toString).toList())
        .hasSameElementsAs(STATES.keySet());
  }

  @Test
  void everyChangeOfAProjectionHasItsType() {
    assertThat(names(ProjectionChange.class.getPermittedSubclasses())).isEqualTo(CHANGES.keySet());
  }

  @Test
  void everyEffectOfTheEngineHasItsTypes() throws Exception {
    Class<?> effect = engine("Effect");
    Set<String> effects =
        new com.tngtech.archunit.core.importer.ClassFileImporter()
            .importPackages(effect.getPackageName()).stream()
                .filter(type -> type.isAssignableTo(effect) && !type.isInterface())
                .map(com.tngtech.archunit.core.domain.JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(effects).isEqualTo(new TreeSet<>(EFFECTS.keySet()));
  }

  @Test
  void everyIntentIsClosedByAnOutcome() {
    for (EventType intent : EventType.values()) {
      Stream<EventType> closing =
          Arrays.stream(EventType.values()).filter(type -> type.closes(intent));
      assertThat(closing.findAny().isPresent()).as("%s", intent).isEqualTo(intent.isIntent());
    }
    EFFECTS.values().stream()
        .filter(events -> events.size() == 2)
        .forEach(events -> assertThat(events.getLast().closes(events.getFirst())).isTrue());
  }

  @Test
  void tenantsAndKeysChangeWithAnEventOfTheirOwn() {
    assertThat(TENANTS.values()).doesNotHaveDuplicates();
    assertThat(KEYS.values()).doesNotHaveDuplicates();
  }

  @Test
  void everyTypeTheEngineEmitsIsReached() throws Exception {
    Map<EventType, Long> seen = new TreeMap<>();
    Trial.events(folder, Inputs.in(folder.resolve("in")), UnaryOperator.identity())
        .forEach(type -> seen.merge(type, 1L, Long::sum));
    assertThat(seen.keySet()).hasSameElementsAs(EMITTED);
  }

  private static Class<?> engine(String name) throws ClassNotFoundException {
    return Class.forName("dev.frostbyte.core.engine." + name);
  }

  private static Set<String> names(Class<?>[] types) {
    return Arrays.stream(types).map(Class::getSimpleName).collect(Collectors.toSet());
  }
}
