package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.core.engine.OpenIntents.Intent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finishes, when a tenant is opened, what a crash interrupted: puts without an outcome, requests
 * without an answer, and erasures half done.
 */
final class Recovery {
  /** Who acts when nobody asked. */
  static final String ACTOR = "system";

  /** Intents that one event names; a leaf has room for some 1,700. */
  private static final int MOST_NAMED = 1_000;

  private final TenantParts parts;

  Recovery(TenantParts parts) {
    this.parts = parts;
  }

  /** Removes objects and keys that an interrupted put, or a newer reading, left behind. */
  void sweep() throws IOException {
    endRequests();
    endReleases();
    List<Intent> open = interrupted();
    if (open.isEmpty() && !parts.catalog().replaced()) {
      return;
    }
    destroyKeysOfTheUnkept(open);
    long removed = removeUnreferenced();
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("objects", removed);
    facts.put("intents", (long) open.size());
    if (open.isEmpty() && removed > 0) {
      parts.force(swept(facts, List.of()));
    }
    for (int from = 0; from < open.size(); from += MOST_NAMED) {
      List<Intent> named = open.subList(from, Math.min(from + MOST_NAMED, open.size()));
      parts.force(swept(facts, named));
    }
  }

  /** Whether bytes arrived elsewhere nobody knows any more; that they may have is written down. */
  private void endRequests() throws IOException {
    for (Intent request : parts.catalog().unansweredRequests()) {
      end(request, EventType.EGRESS_FAILED);
    }
  }

  /** What was published is released; the crash came before its last event. */
  private void endReleases() throws IOException {
    for (Intent release : parts.catalog().openReleases()) {
      if (isPublished(release)) {
        end(release, EventType.DOCUMENT_RELEASED);
      }
    }
  }

  private void end(Intent intent, EventType outcome) throws IOException {
    List<UUID> closed = List.of(intent.event());
    parts.force(parts.journal().draft(outcome, ACTOR, intent.subject(), new TreeMap<>(), closed));
  }

  /** Puts, and releases that brought nothing about. */
  private List<Intent> interrupted() {
    List<Intent> open = new ArrayList<>(parts.catalog().interrupted());
    open.addAll(parts.catalog().openReleases());
    return open;
  }

  private boolean isPublished(Intent intent) {
    return parts
        .catalog()
        .find(new DocumentId(intent.subject()))
        .filter(entry -> entry.state() == CatalogEntry.State.PUBLISHED)
        .isPresent();
  }

  private Draft swept(SortedMap<String, Object> facts, List<Intent> intents) {
    List<UUID> closed = intents.stream().map(Intent::event).toList();
    return parts.journal().draft(EventType.OBJECTS_SWEPT, ACTOR, "tenant", facts, closed);
  }

  private void destroyKeysOfTheUnkept(List<Intent> open) throws IOException {
    for (Intent intent : open) {
      DocumentId document = new DocumentId(intent.subject());
      if (parts.catalog().find(document).isEmpty()) {
        parts.keys().destroy(document);
      }
    }
  }

  private long removeUnreferenced() throws IOException {
    Set<ObjectRef> referenced = parts.catalog().objects();
    long removed = 0;
    for (ObjectRef object : parts.objects().list()) {
      if (!referenced.contains(object)) {
        parts.objects().delete(object);
        removed++;
      }
    }
    parts.objects().sync();
    return removed;
  }

  private EraseEffect erasure(DocumentId document) {
    return new EraseEffect(parts, new Kinship.Erasure(List.of(document), List.of()), ACTOR);
  }

  /** Erasures that were asked for and are not finished; the writer runs them once it is there. */
  List<EraseEffect> erasures() {
    List<DocumentId> unfinished = new ArrayList<>(parts.catalog().in(CatalogEntry.State.ERASING));
    unfinished.addAll(parts.catalog().in(CatalogEntry.State.KEY_DESTROYED));
    return unfinished.stream().map(this::erasure).toList();
  }
}
