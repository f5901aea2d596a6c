package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.core.BatchSummary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the batches of a tenant by asking the journal for their events. One thread. */
final class BatchList {
  /** What begins and ends batches. */
  static final AuditQuery ABOUT_BATCHES =
      AuditQuery.all().types(EventType.BATCH_RECEIVED, EventType.BATCH_COMPLETED);

  private final Map<String, BatchSummary> batches = new LinkedHashMap<>();
  private final Journal journal;

  private BatchList(Journal journal) {
    this.journal = journal;
  }

  static List<BatchSummary> of(Journal journal) throws IOException {
    BatchList list = new BatchList(journal);
    AuditPages.each(journal.log(), ABOUT_BATCHES, list::take);
    return List.copyOf(list.batches.values());
  }

  private void take(AuditEntry entry) throws IOException {
    String name = entry.event().subject();
    switch (entry.event().type()) {
      case BATCH_RECEIVED -> {
        batches.remove(name);
        summary(entry).ifPresent(summary -> batches.put(name, summary));
      }
      case BATCH_COMPLETED -> batches.computeIfPresent(name, (key, summary) -> whole(summary));
      default -> {}
    }
  }

  private Optional<BatchSummary> summary(AuditEntry entry) throws IOException {
    long files = (Long) entry.event().data().getOrDefault("files", 0L);
    return journal
        .details(entry, Run.BatchRecord.class)
        .map(batch -> new BatchSummary(batch.batch(), entry.event().time(), files, false));
  }

  private static BatchSummary whole(BatchSummary summary) {
    return new BatchSummary(summary.batch(), summary.received(), summary.files(), true);
  }
}
