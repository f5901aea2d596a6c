package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds intents without an outcome by reading on to the end of the log. One thread, used once. */
final class OpenIntents {
  private final ProvenSearch search;
  private final Members open = new Members();
  private final Map<UUID, List<Intent>> intents = new HashMap<>();

  OpenIntents(ProvenSearch search) {
    this.search = search;
  }

  /** The open ones among those that are wanted. */
  Members within(Wanted wanted, long size) throws IOException, BrokenLog, NotProven {
    search.read(wanted.query().from(), size, entry -> take(entry, wanted));
    return open;
  }

  private boolean take(AuditEntry entry, Wanted wanted) {
    AuditEvent event = entry.event();
    for (UUID previous : event.previous()) {
      close(previous, event.type());
    }
    long index = entry.receipt().index();
    if (event.type().isIntent() && wanted.admits(index, event)) {
      open.add(index);
      intents
          .computeIfAbsent(event.id(), id -> new ArrayList<>())
          .add(new Intent(index, event.type()));
    }
    return true;
  }

  private void close(UUID id, EventType outcome) {
    List<Intent> named = intents.getOrDefault(id, List.of());
    named.stream()
        .filter(intent -> outcome.closes(intent.type))
        .forEach(intent -> open.remove(intent.index));
    if (!named.isEmpty()
        && named.removeIf(intent -> outcome.closes(intent.type))
        && named.isEmpty()) {
      intents.remove(id);
    }
  }

  private record Intent(long index, EventType type) {}
}
