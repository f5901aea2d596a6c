package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.FileReport;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report of a batch by asking the journal for its events. The newest time the batch was
 * handed in counts. One thread.
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
  private static final UntrustedText ERASED = UntrustedText.of("(erased)");

  private final String name;
  private final Journal journal;
  private final List<FileReport> files = new ArrayList<>();
  private @Nullable Instant receivedAt;
  private long submitted;
  private boolean complete;
  private long first;
  private long end = Long.MAX_VALUE;
  private int runs;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, List<Attempt>> attempts = new HashMap<>();

  private BatchReports(String name, Journal journal) {
    this.name = name;
    this.journal = journal;
  }

  static BatchReport make(TenantId tenant, BatchId batch, TenantParts parts) throws IOException {
    BatchReports reports =
        new BatchReports(parts.keys().pseudonym("bat_", batch.value()), parts.journal());
    AuditLog log = parts.journal().log();
    AuditPages.each(log, reports.aboutTheBatch(), reports::takeBatch);
    if (reports.receivedAt != null) {
      AuditPages.each(log, ABOUT_FILES.from(reports.first).to(reports.end), reports::takeFile);
    }
    return reports.report(tenant, batch);
  }

  private AuditQuery aboutTheBatch() {
    return BatchList.ABOUT_BATCHES.scope(new AuditQuery.Scope.Subject(name));
  }

  private void takeBatch(AuditEntry entry) throws IOException {
    if (entry.event().type() == EventType.BATCH_RECEIVED) {
      runs++;
      begin(entry);
    } else {
      runs--;
      complete = true;
    }
    long index = entry.receipt().index();
    end = runs == 0 ? index : Long.MAX_VALUE;
  }

  /** Of the files between the newest time and, when every run has ended, the last end. */
  private void takeFile(AuditEntry entry) throws IOException {
    EventType type = entry.event().type();
    if (!name.equals(entry.event().data().get("batch"))) {
      return;
    }
    if (READINGS.contains(type)) {
      attempts.put(entry.event().subject(), Facts.attempts(entry.event().data()));
    } else {
      files.add(file(entry));
    }
  }

  private void begin(AuditEntry entry) throws IOException {
    order.clear();
    first = entry.receipt().index();
    journal
        .details(entry, Run.BatchRecord.class)
        .ifPresent(batch -> batch.fileIds().forEach(fileId -> order.put(fileId, order.size())));
    complete = false;
    receivedAt = entry.event().time();
    submitted = (Long) entry.event().data().getOrDefault("files", 0L);
  }

  private FileReport file(AuditEntry entry) throws IOException {
    BatchReport.Evidence evidence = new BatchReport.Evidence(entry.receipt(), entry.event().time());
    DocumentId document = new DocumentId(entry.event().subject());
    String outcome = word(entry.event().type());
    List<Attempt> asked = attempts.getOrDefault(document.value(), List.of());
    attempts.remove(document.value());
    return details(entry)
        .map(record -> file(record, document, outcome, asked, evidence))
        .orElseGet(() -> erased(document, outcome, asked, evidence));
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

  private static FileReport file(
      OutcomeRecord record,
      DocumentId document,
      String outcome,
      List<Attempt> asked,
      BatchReport.Evidence evidence) {
    SortedMap<String, Integer> found = new TreeMap<>();
    record.findings().forEach(finding -> found.merge(finding.family(), 1, Integer::sum));
    record.personal().forEach((type, treatment) -> found.put(type, treatment.places()));
    return new FileReport(
        record.fileId(),
        record.fileName(),
        document,
        outcome,
        record.type(),
        record.size(),
        record.source(),
        record.problem(),
        record.pages(),
        record.chunks(),
        record.complete(),
        record.dropped(),
        asked,
        found,
        record.personal(),
        record.scan(),
        evidence);
  }

  private static FileReport erased(
      DocumentId document, String outcome, List<Attempt> asked, BatchReport.Evidence evidence) {
    ContentHash none = ContentHash.of(new byte[0]);
    return new FileReport(
        "",
        ERASED,
        document,
        outcome,
        "",
        0,
        none,
        null,
        0,
        0,
        true,
        List.of(),
        asked,
        new TreeMap<>(),
        new TreeMap<>(),
        Scan.NOT_REACHED,
        evidence);
  }

  private BatchReport report(TenantId tenant, BatchId batch) {
    Instant received = receivedAt;
    files.sort(Comparator.comparingInt(this::place));
    if (received == null) {
      throw FrostbyteException.of(
          ProblemCode.BATCH_NOT_FOUND, "No batch '" + batch + "' was handed in to this tenant.");
    }
    BatchReport.Summary summary =
        new BatchReport.Summary(
            (int) submitted,
            count("stored"),
            count("unchanged"),
            count("held"),
            count("quarantined"),
            count("rejected"),
            count("failed"),
            files.stream().mapToInt(FileReport::chunks).sum());
    return new BatchReport(batch, tenant, received, complete, summary, files);
  }

  /** Files whose details are erased come last. */
  private int place(FileReport file) {
    return order.getOrDefault(file.fileId(), Integer.MAX_VALUE);
  }

  private int count(String outcome) {
    return (int) files.stream().filter(file -> file.outcome().equals(outcome)).count();
  }

  private static String word(EventType type) {
    return type == EventType.DOCUMENT_PUBLISHED
        ? "stored"
        : type.name().substring("DOCUMENT_".length()).toLowerCase(Locale.ROOT);
  }
}
