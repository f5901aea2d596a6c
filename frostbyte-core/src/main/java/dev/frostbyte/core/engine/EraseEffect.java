package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.core.ErasureReceipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Erases documents in two stages: their keys at once, then their bytes from objects, rows and
 * index; the last one is what was asked for, those before it lay in it alone. Every step can be
 * done again, so that an erasure that a crash interrupted is finished by running it once more.
 */
final class EraseEffect implements Effect<ErasureReceipt> {
  private static final List<String> REMAINS =
      List.of(
          "Copies outside this home: files the document came from, exports and answers already handed out.",
          "Backups of the home still hold sealed bytes, which no key opens any more; backups of the key file taken before"
              + " this erasure must be destroyed by their owner.",
          "The audit log keeps that the document existed, under a pseudonym, and that it was erased.");

  private final TenantParts parts;
  private final Kinship.Erasure plan;
  private final String actor;
  private final List<Draft> requests = new ArrayList<>();
  private final Map<DocumentId, List<UUID>> intents = new HashMap<>();

  EraseEffect(TenantParts parts, Kinship.Erasure plan, String actor) {
    this.parts = parts;
    this.plan = plan;
    this.actor = actor;
    plan.gone().forEach(this::request);
  }

  private void request(DocumentId document) {
    Draft request =
        parts
            .journal()
            .draft(
                EventType.ERASURE_REQUESTED, actor, document.value(), new TreeMap<>(), List.of());
    List<UUID> open = new ArrayList<>(parts.catalog().openErasures(document));
    open.add(request.event().id());
    requests.add(request);
    intents.put(document, List.copyOf(open));
  }

  /** What lies inside comes before what it lies in, so that a crash leaves no orphan behind. */
  @Override
  public List<Draft> intent() {
    return requests;
  }

  @Override
  public void perform() throws IOException {
    for (DocumentId document : plan.gone()) {
      parts.keys().destroy(document);
    }
  }

  @Override
  public List<Draft> outcome() {
    return events(EventType.KEY_DESTROYED);
  }

  @Override
  public ErasureReceipt apply(List<AuditReceipt> receipts) throws IOException {
    for (DocumentId document : plan.gone()) {
      parts.keyDestroyed().accept(document);
      parts.projections().apply(new ProjectionChange.Withdraw(document));
    }
    removeObjects();
    parts.projections().purge();
    return receipt(receipts, parts.force(events(EventType.PHYSICALLY_REMOVED)));
  }

  private ErasureReceipt receipt(List<AuditReceipt> destroyed, List<AuditReceipt> removed) {
    List<ErasureReceipt.Erased> along = new ArrayList<>();
    for (int i = 0; i < plan.gone().size() - 1; i++) {
      along.add(new ErasureReceipt.Erased(plan.gone().get(i), destroyed.get(i), removed.get(i)));
    }
    return new ErasureReceipt(
        plan.gone().getLast(),
        destroyed.getLast(),
        removed.getLast(),
        along.reversed(),
        plan.stays(),
        REMAINS);
  }

  /**
   * Everything that no document refers to: after a crash nobody knows any more which of it was this
   * one's, and an older bundle of it may be left, too.
   */
  private void removeObjects() throws IOException {
    Set<ObjectRef> referenced = parts.catalog().objects();
    for (ObjectRef object : parts.objects().list()) {
      if (!referenced.contains(object)) {
        parts.objects().delete(object);
      }
    }
    parts.objects().sync();
  }

  private List<Draft> events(EventType type) {
    return plan.gone().stream().map(document -> event(type, document)).toList();
  }

  private Draft event(EventType type, DocumentId document) {
    List<UUID> closed = intents.getOrDefault(document, List.of());
    return parts.journal().draft(type, actor, document.value(), new TreeMap<>(), closed);
  }
}
