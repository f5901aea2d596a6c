package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.core.BatchSummary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lists the batches of a tenant by asking the journal for their events. One thread. */
final class BatchList {
  /** What begins and ends batches. */
  static final AuditQuery ABOUT_BATCHES =
      AuditQuery.all().types(EventType.BATCH_RECEIVED, EventType.BATCH_COMPLETED);

  private final Map<String, Begun> batches = new LinkedHashMap<>();
  private final Journal journal;

  private BatchList(Journal journal) {
    this.journal = journal;
  }

  static List<BatchSummary> of(Journal journal) throws IOException {
    BatchList list = new BatchList(journal);
    AuditPages.each(journal.log(), ABOUT_BATCHES, list::take);
    return list.batches.values().stream().map(Begun::summary).toList();
  }

  private void take(AuditEntry entry) throws IOException {
    AuditEvent event = entry.event();
    switch (event.type()) {
      case BATCH_RECEIVED -> {
        batches.remove(event.subject());
        summary(entry)
            .ifPresent(summary -> batches.put(event.subject(), new Begun(event.id(), summary)));
      }
      case BATCH_COMPLETED ->
          batches.computeIfPresent(event.subject(), (name, begun) -> begun.endedBy(event));
      default -> {}
    }
  }

  private Optional<BatchSummary> summary(AuditEntry entry) throws IOException {
    long files = (Long) entry.event().data().getOrDefault("files", 0L);
    return journal
        .details(entry, Run.BatchRecord.class)
        .map(batch -> new BatchSummary(batch.batch(), entry.event().time(), files, false, 0));
  }

  /**
   * The newest run of a batch.
   *
   * @param id of the event that began it
   */
  private record Begun(UUID id, BatchSummary summary) {
    /** Unless it is the end of another run. */
    Begun endedBy(AuditEvent end) {
      long attachments = (Long) end.data().getOrDefault(Run.ATTACHMENTS, 0L);
      return end.previous().contains(id)
          ? new Begun(
              id,
              new BatchSummary(
                  summary.batch(), summary.received(), summary.files(), true, attachments))
          : this;
    }
  }
}
