package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.FileReport;
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

  private final Journal journal;
  private final AuditEntry begun;
  private final Optional<AuditEntry> end;
  private final Map<String, FileReport> files = new LinkedHashMap<>();
  private final List<FileReport> attachments = new ArrayList<>();
  private final Map<String, AuditEvent> readings = new HashMap<>();

  private BatchReports(Journal journal, AuditEntry begun, Optional<AuditEntry> end) {
    this.journal = journal;
    this.begun = begun;
    this.end = end;
  }

  static BatchReport make(TenantId tenant, BatchId batch, TenantParts parts) throws IOException {
    Journal journal = parts.journal();
    List<AuditEntry> about = new ArrayList<>();
    AuditQuery.Scope scope = new AuditQuery.Scope.Subject(parts.batchName(batch));
    AuditPages.each(journal.log(), BatchList.ABOUT_BATCHES.scope(scope), about::add);
    AuditEntry begun = begun(batch, about);
    return new BatchReports(journal, begun, end(begun, about)).report(tenant, batch);
  }

  private static AuditEntry begun(BatchId batch, List<AuditEntry> about) {
    return about.reversed().stream()
        .filter(entry -> entry.event().type() == EventType.BATCH_RECEIVED)
        .findFirst()
        .orElseThrow(
            () ->
                FrostbyteException.of(
                    ProblemCode.BATCH_NOT_FOUND,
                    "No batch '" + batch + "' was handed in to this tenant."));
  }

  /** A run that was interrupted never says that it ended; one beside it says so of itself only. */
  private static Optional<AuditEntry> end(AuditEntry begun, List<AuditEntry> about) {
    return about.stream()
        .filter(entry -> entry.event().previous().contains(begun.event().id()))
        .findFirst();
  }

  private BatchReport report(TenantId tenant, BatchId batch) throws IOException {
    long last = end.map(entry -> entry.receipt().index()).orElse(Long.MAX_VALUE);
    AuditPages.each(
        journal.log(), ABOUT_FILES.from(begun.receipt().index()).to(last), this::takeFile);
    Optional<Run.BatchRecord> details = journal.details(begun, Run.BatchRecord.class);
    return new BatchReport(
        batch,
        tenant,
        details.map(Run.BatchRecord::manifest).orElse(null),
        begun.event().time(),
        end.isPresent(),
        ((Long) begun.event().data().getOrDefault("files", 0L)).intValue(),
        sorted(details.map(Run.BatchRecord::fileIds).orElse(List.of())),
        attachments);
  }

  /** Two files may be one document, so an erased one goes by the index of its outcome. */
  private void takeFile(AuditEntry entry) throws IOException {
    Object run = entry.event().data().get(RunContext.RUN);
    if (!Objects.equals(begun.receipt().index(), run)) {
      return;
    }
    if (READINGS.contains(entry.event().type())) {
      readings.put(entry.event().subject(), entry.event());
    } else {
      FileReport file = file(entry);
      if (file.inside().around().isPresent()) {
        attachments.add(file);
        return;
      }
      boolean erased = file.fileId().isEmpty();
      files.put(erased ? "/" + entry.receipt().index() : file.fileId(), file);
    }
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

  /** In the order of the batch; files whose details are erased come last. */
  private List<FileReport> sorted(List<String> fileIds) {
    Map<String, Integer> order = new HashMap<>();
    fileIds.forEach(fileId -> order.put(fileId, order.size()));
    return files.values().stream()
        .sorted(
            Comparator.comparingInt(file -> order.getOrDefault(file.fileId(), Integer.MAX_VALUE)))
        .toList();
  }
}
