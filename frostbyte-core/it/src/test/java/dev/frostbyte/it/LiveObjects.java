package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which objects a tenant keeps, told from the facts in its log alone. One thread. */
final class LiveObjects {
  private final Map<String, String> raw = new HashMap<>();
  private final Map<String, String> bundles = new HashMap<>();
  private final Set<String> settled = new HashSet<>();

  private LiveObjects() {}

  /** SHA-256 of every object of documents that have an outcome and are not being erased. */
  static Set<String> of(Ledger ledger) {
    LiveObjects objects = new LiveObjects();
    ledger.durable().forEach(line -> objects.take(line.event()));
    objects.raw.keySet().retainAll(objects.settled);
    Set<String> live = new HashSet<>(objects.raw.values());
    live.addAll(objects.bundles.values());
    return live;
  }

  private void take(AuditEvent event) {
    String document = event.subject();
    switch (event.type()) {
      case DOCUMENT_INGESTED -> raw.put(document, String.valueOf(event.data().get("object")));
      case DOCUMENT_PUBLISHED, DOCUMENT_QUARANTINED, DOCUMENT_HELD, DOCUMENT_FAILED ->
          settle(event);
      case KEY_DESTROYED -> {
        settled.remove(document);
        raw.remove(document);
        bundles.remove(document);
      }
      default -> {}
    }
  }

  /** Only an outcome of bytes that were taken has a generation; a repetition has none. */
  private void settle(AuditEvent event) {
    if (!event.data().containsKey("generation")) {
      return;
    }
    settled.add(event.subject());
    bundles.remove(event.subject());
    if (event.data().get("bundle") instanceof String bundle) {
      bundles.put(event.subject(), bundle);
    }
  }
}
