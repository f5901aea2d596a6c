package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.Verification.Break;
import dev.frostbyte.api.model.ContentHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/** A log of 2,500 events without a journal; every chain in it lacks an event. Stateless. */
final class FakeAudit {
  static final int EVENTS = 2_500;

  private static final ContentHash HASH = ContentHash.of(new byte[0]);

  private FakeAudit() {}

  static AuditPage page(AuditQuery query) {
    long end = Math.min(query.to(), EVENTS);
    List<AuditEntry> found =
        LongStream.range(query.from(), end)
            .mapToObj(FakeAudit::entry)
            .filter(entry -> admits(query, entry.event()))
            .limit(query.limit() + 1L)
            .toList();
    boolean more = found.size() > query.limit();
    List<Break> breaks =
        query.scope() instanceof Scope.Chain
            ? List.of(new Break(3, "it follows from nothing"))
            : List.of();
    return new AuditPage(
        more ? found.subList(0, query.limit()) : found,
        query.from(),
        more ? found.getLast().receipt().index() : Math.max(query.from(), end),
        more,
        new Checkpoint("fake/log", EVENTS, HASH, "note\n"),
        query.verified(),
        breaks);
  }

  private static boolean admits(AuditQuery query, AuditEvent event) {
    return (query.types().isEmpty() || query.types().contains(event.type()))
        && !event.time().isBefore(query.since())
        && event.time().isBefore(query.until());
  }

  private static AuditEntry entry(long index) {
    EventType type = index % 2 == 0 ? EventType.DOCUMENT_PARSED : EventType.DOCUMENT_PUBLISHED;
    Instant time = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(index * 60);
    AuditEvent event =
        AuditEvent.of(new UUID(7, index), type, time, "act_1", "doc_" + index, Map.of());
    return new AuditEntry(new AuditReceipt("fake/log", index, HASH), event, new byte[0]);
  }
}
