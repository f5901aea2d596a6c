package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Intents about documents whose outcome the journal does not hold yet, oldest first: their effect
 * is under way, or was interrupted. One thread at a time.
 */
final class OpenIntents {
  private final Map<UUID, Intent> open = new LinkedHashMap<>();

  /** Takes up where a snapshot ended. */
  void addAll(Collection<Intent> intents) {
    intents.forEach(intent -> open.put(intent.event(), intent));
  }

  /** Takes the next event of the journal. */
  void take(AuditEvent event) {
    event.previous().stream()
        .map(open::get)
        .filter(Objects::nonNull)
        .filter(intent -> event.type().closes(intent.type()))
        .toList()
        .forEach(intent -> open.remove(intent.event()));
    switch (event.type()) {
      case DOCUMENT_PUT_REQUESTED,
          PUBLISH_REQUESTED,
          ERASURE_REQUESTED,
          EGRESS_REQUESTED,
          RELEASE_REQUESTED ->
          open.put(event.id(), new Intent(event.id(), event.type(), event.subject()));
      default -> {}
    }
  }

  List<Intent> all() {
    return List.copyOf(open.values());
  }

  /** Those that may have left bytes behind. */
  Stream<Intent> puts() {
    return open.values().stream()
        .filter(
            intent ->
                intent.type() == EventType.DOCUMENT_PUT_REQUESTED
                    || intent.type() == EventType.PUBLISH_REQUESTED);
  }

  /** Releases that were asked for and did not end. */
  Stream<Intent> releases() {
    return open.values().stream().filter(intent -> intent.type() == EventType.RELEASE_REQUESTED);
  }

  /** Requests to other hosts of which nobody wrote down how they ended. */
  List<Intent> requests() {
    return open.values().stream()
        .filter(intent -> intent.type() == EventType.EGRESS_REQUESTED)
        .toList();
  }

  /** Erasures of a document that were asked for and did not end. */
  List<UUID> erasures(String subject) {
    return open.values().stream()
        .filter(intent -> intent.type() == EventType.ERASURE_REQUESTED)
        .filter(intent -> intent.subject().equals(subject))
        .map(Intent::event)
        .toList();
  }

  /**
   * An intent.
   *
   * @param event id of its event
   */
  record Intent(UUID event, EventType type, String subject) {}
}
