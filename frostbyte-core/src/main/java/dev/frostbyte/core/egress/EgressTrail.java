package dev.frostbyte.core.egress;

import dev.frostbyte.api.audit.EventType;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** Where egress is written down. Thread-safe. */
@FunctionalInterface
public interface EgressTrail {
  /**
   * Appends an event, durable on return; a failure keeps anything from being sent.
   *
   * @param previous the event it follows from, if any
   * @return the event's id
   */
  UUID append(EventType type, SortedMap<String, Object> data, List<UUID> previous);
}
