package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.spi.ObjectRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finishes, when a tenant is opened, what a crash interrupted: puts without an outcome and erasures
 * half done.
 */
final class Recovery {
  private static final String ACTOR = "system";

  private final TenantParts parts;

  Recovery(TenantParts parts) {
    this.parts = parts;
  }

  /** Removes objects and keys that an interrupted put left behind. */
  void sweep() throws IOException {
    List<DocumentId> open = parts.catalog().openIntents();
    if (open.isEmpty()) {
      return;
    }
    destroyKeysOfTheUnkept(open);
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("objects", removeUnreferenced());
    facts.put("intents", (long) open.size());
    parts.force(parts.journal().draft(EventType.OBJECTS_SWEPT, ACTOR, "tenant", facts, List.of()));
  }

  private void destroyKeysOfTheUnkept(List<DocumentId> open) throws IOException {
    for (DocumentId document : open) {
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

  /** Erasures that were asked for and are not finished; the writer runs them once it is there. */
  List<EraseEffect> erasures() {
    List<DocumentId> unfinished = new ArrayList<>(parts.catalog().in(CatalogEntry.State.ERASING));
    unfinished.addAll(parts.catalog().in(CatalogEntry.State.KEY_DESTROYED));
    return unfinished.stream().map(document -> new EraseEffect(parts, document, ACTOR)).toList();
  }
}
