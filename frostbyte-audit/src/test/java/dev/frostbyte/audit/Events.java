package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Events to append. */
final class Events {
  static final byte[] NO_PAYLOAD = new byte[0];

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private Events() {}

  /** The event of a number; another number gives another event. */
  static AuditEvent event(long number) {
    UUID id = new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number);
    return AuditEvent.of(
        id,
        EventType.DOCUMENT_PARSED,
        START.plusMillis(number),
        "actor-1",
        "document-" + number,
        Map.of("number", number, "note", "plain \"text\" with a \\", "whole", true));
  }
}
