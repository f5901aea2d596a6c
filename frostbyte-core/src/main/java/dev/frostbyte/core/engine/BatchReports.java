package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.FileReport;
import dev.frostbyte.core.report.ManifestFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report of a batch by asking the journal for its events. The newest time the batch was
 * handed in counts, and what its own run said, not one beside it. One thread.
 */
final class BatchReports {
  private static final Set<EventType> OUTCOMES =
      Set.of(
          EventType.DOCUMENT_PUBLISHED,
          EventType.DOCUMENT_UNCHANGED,
          EventType.DOCUMENT_HELD,
          EventType.DOCUMENT_QUARANTINED,
          EventType.DOCUMENT_REJECTED,
          EventType.DOCUMENT_FAILED);
  private static final Set<EventType> READINGS =
      Set.of(EventType.DOCUMENT_PARSED, EventType.DOCUMENT_PARSE_FAILED);
  private static final AuditQuery ABOUT_FILES =
      AuditQuery.all()
          .types(
              Stream.of(OUTCOMES, READINGS)
                  .flatMap(Set::stream)
                  .collect(Collectors.toUnmodifiableSet()));

  private final String name;
  private final Journal journal;
  private final Map<String, FileReport> files = new LinkedHashMap<>();
  private @Nullable AuditEvent received;
  private @Nullable ManifestFacts manifest;
  private boolean complete;
  private long first;
  private long end = Long.MAX_VALUE;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, AuditEvent> readings = new HashMap<>();

  private BatchReports(String name, TenantParts parts) {
    this.name = name;
    this.journal = parts.journal();
  }

  static BatchReport make(TenantId tenant, BatchId batch, TenantParts parts) throws IOException {
    BatchReports reports = new BatchReports(parts.keys().pseudonym("bat_", batch.value()), parts);
    AuditLog log = parts.journal().log();
    AuditPages.each(log, reports.aboutTheBatch(), reports::takeBatch);
    if (reports.received != null) {
      AuditPages.each(log, ABOUT_FILES.from(reports.first).to(reports.end), reports::takeFile);
    }
    return reports.report(tenant, batch);
  }

  private AuditQuery aboutTheBatch() {
    return BatchList.ABOUT_BATCHES.scope(new AuditQuery.Scope.Subject(name));
  }

  /** A run that was interrupted never says that it ended; one beside it says so of itself only. */
  private void takeBatch(AuditEntry entry) throws IOException {
    AuditEvent begun = received;
    if (entry.event().type() == EventType.BATCH_RECEIVED) {
      begin(entry);
    } else if (begun != null && entry.event().previous().contains(begun.id())) {
      complete = true;
      end = entry.receipt().index();
    }
  }

  /** Two files may be one document, so an erased one goes by the index of its outcome. */
  private void takeFile(AuditEntry entry) throws IOException {
    EventType type = entry.event().type();
    if (!Objects.equals(first, entry.event().data().get(RunContext.RUN))) {
      return;
    }
    if (READINGS.contains(type)) {
      readings.put(entry.event().subject(), entry.event());
    } else {
      FileReport file = file(entry);
      boolean erased = file.fileId().isEmpty();
      files.put(erased ? "/" + entry.receipt().index() : file.fileId(), file);
    }
  }

  private void begin(AuditEntry entry) throws IOException {
    order.clear();
    manifest = null;
    first = entry.receipt().index();
    end = Long.MAX_VALUE;
    complete = false;
    received = entry.event();
    journal.details(entry, Run.BatchRecord.class).ifPresent(this::named);
  }

  private void named(Run.BatchRecord batch) {
    batch.fileIds().forEach(fileId -> order.put(fileId, order.size()));
    manifest = batch.manifest();
  }

  private FileReport file(AuditEntry entry) throws IOException {
    FileFacts facts = new FileFacts(entry, readings.remove(entry.event().subject()));
    return details(entry).map(facts::of).orElseGet(facts::erased);
  }

  /**
   * Details that no longer open are those of an erased document: the catalog has checked that when
   * the tenant was opened.
   */
  private Optional<OutcomeRecord> details(AuditEntry entry) throws IOException {
    try {
      return journal.details(entry, OutcomeRecord.class);
    } catch (SealBrokenException e) {
      return Optional.empty();
    }
  }

  private BatchReport report(TenantId tenant, BatchId batch) {
    AuditEvent begun = received;
    if (begun == null) {
      throw FrostbyteException.of(
          ProblemCode.BATCH_NOT_FOUND, "No batch '" + batch + "' was handed in to this tenant.");
    }
    long submitted = (Long) begun.data().getOrDefault("files", 0L);
    List<FileReport> sorted = new ArrayList<>(files.values());
    sorted.sort(Comparator.comparingInt(this::place));
    return new BatchReport(
        batch, tenant, manifest, begun.time(), complete, (int) submitted, sorted);
  }

  /** Files whose details are erased come last. */
  private int place(FileReport file) {
    return order.getOrDefault(file.fileId(), Integer.MAX_VALUE);
  }
}
