package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.core.Consent;
import dev.frostbyte.core.egress.EgressTrail;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Writes what leaves of one document into its tenant's log, among the document's other events, and
 * nothing the tenant has not consented to: a request whose event is refused is not sent. One
 * thread.
 *
 * @param trail of the document
 */
record DocumentTrail(Trail trail, TenantParts parts) implements EgressTrail {
  @Override
  public UUID append(EventType type, SortedMap<String, Object> data, List<UUID> previous) {
    return type.isIntent()
        ? parts
            .catalog()
            .settings()
            .consents()
            .relyingOn(needed(data), () -> force(trail.next(type, data)))
        : force(trail.closing(type, data));
  }

  private UUID force(Draft draft) {
    parts.journal().force(draft);
    parts.catalog().note(draft.event());
    return draft.event().id();
  }

  private static Consent needed(SortedMap<String, Object> data) {
    return new Consent(String.valueOf(data.get("host")), String.valueOf(data.get("purpose")));
  }
}
