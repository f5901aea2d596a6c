package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.core.ErasureReceipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Erases a document in two stages: its keys at once, then its bytes from objects, rows and index.
 * Every step can be done again, so that an erasure that a crash interrupted is finished by running
 * it once more.
 */
final class EraseEffect implements Effect<ErasureReceipt> {
  private static final List<String> REMAINS =
      List.of(
          "Copies outside this home: files the document came from, exports and answers already handed out.",
          "Backups of the home still hold sealed bytes, which no key opens any more; backups of the key file taken before"
              + " this erasure must be destroyed by their owner.",
          "The audit log keeps that the document existed, under a pseudonym, and that it was erased.");

  private final TenantParts parts;
  private final DocumentId document;
  private final String actor;
  private final Draft intent;
  private final List<UUID> intents;

  EraseEffect(TenantParts parts, DocumentId document, String actor) {
    this.parts = parts;
    this.document = document;
    this.actor = actor;
    this.intent =
        parts
            .journal()
            .draft(
                EventType.ERASURE_REQUESTED, actor, document.value(), new TreeMap<>(), List.of());
    this.intents = new ArrayList<>(parts.catalog().openErasures(document));
    intents.add(intent.event().id());
  }

  @Override
  public List<Draft> intent() {
    return List.of(intent);
  }

  @Override
  public void perform() throws IOException {
    parts.keys().destroy(document);
  }

  @Override
  public List<Draft> outcome() {
    return List.of(event(EventType.KEY_DESTROYED));
  }

  @Override
  public ErasureReceipt apply(List<AuditReceipt> receipts) throws IOException {
    parts.keyDestroyed().accept(document);
    parts.projections().apply(new ProjectionChange.Withdraw(document));
    removeObjects();
    parts.projections().purge();
    Draft removed = event(EventType.PHYSICALLY_REMOVED);
    AuditReceipt receipt = parts.force(removed);
    return new ErasureReceipt(document, receipts.getLast(), receipt, REMAINS);
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

  private Draft event(EventType type) {
    return parts.journal().draft(type, actor, document.value(), new TreeMap<>(), intents);
  }
}
