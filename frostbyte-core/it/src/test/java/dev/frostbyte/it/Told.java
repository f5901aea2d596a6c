package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The oracle: what callers were told, and nothing else. One thread. */
final class Told {
  private final Map<TenantId, Set<DocumentId>> kept = new HashMap<>();
  private final Map<TenantId, Set<DocumentId>> stored = new HashMap<>();
  private final Map<TenantId, Set<DocumentId>> quarantined = new HashMap<>();
  private final Map<TenantId, Set<DocumentId>> released = new HashMap<>();
  private final Map<TenantId, Set<DocumentId>> erased = new HashMap<>();
  private final Map<TenantId, List<DocumentOutcome>> outcomes = new HashMap<>();
  private final Map<String, DocumentId> documents = new HashMap<>();
  private final Map<TenantId, BatchId> batches = new HashMap<>();
  private final List<String> failures = new ArrayList<>();

  /** The event type that stands for an outcome. */
  static EventType type(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Stored stored -> EventType.DOCUMENT_PUBLISHED;
      case DocumentOutcome.Unchanged unchanged -> EventType.DOCUMENT_UNCHANGED;
      case DocumentOutcome.Held held -> EventType.DOCUMENT_HELD;
      case DocumentOutcome.Quarantined quarantined -> EventType.DOCUMENT_QUARANTINED;
      case DocumentOutcome.Rejected rejected -> EventType.DOCUMENT_REJECTED;
      case DocumentOutcome.Failed failed -> EventType.DOCUMENT_FAILED;
    };
  }

  /** What is handed in again may be visible again, whatever the caller is told. */
  void handedIn(TenantId tenant, BatchId batch, List<String> names) {
    batches.put(tenant, batch);
    names.forEach(name -> set(erased, tenant).remove(documents.get(tenant + "/" + name)));
  }

  void outcome(TenantId tenant, DocumentOutcome outcome) {
    outcomes.computeIfAbsent(tenant, key -> new ArrayList<>()).add(outcome);
    DocumentId document = outcome.document();
    documents.put(tenant + "/" + outcome.fileName().value(), document);
    switch (outcome) {
      case DocumentOutcome.Stored published -> visible(tenant, document);
      case DocumentOutcome.Unchanged again -> visible(tenant, document);
      case DocumentOutcome.Quarantined bad -> {
        set(kept, tenant).add(document);
        set(quarantined, tenant).add(document);
        set(released, tenant).remove(document);
        set(stored, tenant).remove(document);
        set(erased, tenant).remove(document);
      }
      case DocumentOutcome.Held held -> set(kept, tenant).add(document);
      case DocumentOutcome.Failed failed -> {}
      case DocumentOutcome.Rejected rejected -> {}
    }
  }

  private void visible(TenantId tenant, DocumentId document) {
    set(kept, tenant).add(document);
    set(stored, tenant).add(document);
    set(erased, tenant).remove(document);
  }

  /** From here on it may be visible, whatever the caller is told. */
  void releaseAsked(TenantId tenant, DocumentId document) {
    set(quarantined, tenant).remove(document);
    set(released, tenant).add(document);
  }

  /** Whether somebody may have released it since it was last quarantined. */
  boolean mayBeReleased(TenantId tenant, DocumentId document) {
    return set(released, tenant).contains(document);
  }

  /** The document of a file, once a caller was told. */
  Optional<DocumentId> document(TenantId tenant, String name) {
    return Optional.ofNullable(documents.get(tenant + "/" + name));
  }

  /** From here on it may be gone, whatever the caller is told. */
  void erasureAsked(TenantId tenant, DocumentId document) {
    set(stored, tenant).remove(document);
  }

  void erased(TenantId tenant, DocumentId document) {
    set(erased, tenant).add(document);
    set(kept, tenant).remove(document);
  }

  void failed(Act act, String how) {
    failures.add(act.deed() + ": " + how);
  }

  void failedToClose(String how) {
    failures.add("CLOSE: " + how);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  boolean isErased(TenantId tenant, DocumentId document) {
    return set(erased, tenant).contains(document);
  }

  boolean isQuarantined(TenantId tenant, DocumentId document) {
    return set(quarantined, tenant).contains(document);
  }

  /** Documents acknowledged as stored whose erasure nobody asked for. */
  Set<DocumentId> stored(TenantId tenant) {
    return Set.copyOf(set(stored, tenant));
  }

  /** Documents that may be erased, in the order they came. */
  List<DocumentId> kept(TenantId tenant) {
    return List.copyOf(set(kept, tenant));
  }

  List<DocumentOutcome> outcomes(TenantId tenant) {
    return List.copyOf(outcomes.getOrDefault(tenant, List.of()));
  }

  Optional<BatchId> newestBatch(TenantId tenant) {
    return Optional.ofNullable(batches.get(tenant));
  }

  Optional<AuditReceipt> anyReceipt(TenantId tenant) {
    return outcomes(tenant).stream().map(DocumentOutcome::receipt).findFirst();
  }

  private static Set<DocumentId> set(Map<TenantId, Set<DocumentId>> sets, TenantId tenant) {
    return sets.computeIfAbsent(tenant, key -> new LinkedHashSet<>());
  }
}
