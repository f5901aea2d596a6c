package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The runs that began and did not end yet, so that an outcome finds its intent. Remembers the
 * newest {@value #LIMIT}; one thread.
 */
final class OpenRuns {
  /** Most runs remembered; an intent that old and without outcome was left open by a crash. */
  static final int LIMIT = 65_536;

  private final LinkedHashMap<UUID, String> keys = new LinkedHashMap<>();
  private final Map<String, UUID> newest = new HashMap<>();

  /** A run begins; its id is that of the event. */
  void begin(LineageStage stage, AuditEvent event) {
    String key = key(stage, event);
    keys.put(event.id(), key);
    newest.put(key, event.id());
    if (keys.size() > LIMIT) {
      forget(keys.firstEntry().getKey());
    }
  }

  /** The run an event belongs to: one it names as previous, or the newest of the same subject. */
  Optional<UUID> find(LineageStage stage, AuditEvent event) {
    String key = key(stage, event);
    return event.previous().stream()
        .filter(id -> key.equals(keys.get(id)))
        .findFirst()
        .or(() -> Optional.ofNullable(newest.get(key)));
  }

  /** A run has ended. */
  void forget(UUID run) {
    String key = keys.remove(run);
    newest.remove(key, run);
  }

  private static String key(LineageStage stage, AuditEvent event) {
    return stage + " " + event.subject();
  }
}
