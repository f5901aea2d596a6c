package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.Extract;
import dev.frostbyte.core.report.FileReport;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one file of a batch. Immutable.
 *
 * @param entry its outcome
 * @param reading the event of its parsing; null when no parser was asked
 */
record FileFacts(AuditEntry entry, @Nullable AuditEvent reading) {
  private static final UntrustedText ERASED = UntrustedText.of("(erased)");

  /** With the details of its outcome. */
  FileReport of(OutcomeRecord record) {
    return new FileReport(
        record.fileId(),
        record.fileName(),
        new DocumentId(entry.event().subject()),
        outcome(),
        record.type(),
        record.size(),
        record.source(),
        record.problem(),
        record.pages(),
        record.chunks(),
        record.withheld(),
        record.complete(),
        record.dropped(),
        attempts(),
        found(record),
        injection(record),
        record.personal(),
        record.classification(),
        record.scan(),
        record.extract(),
        handling(record),
        inside(),
        evidence());
  }

  /** Without: its details went with its keys. */
  FileReport erased() {
    return new FileReport(
        "",
        ERASED,
        new DocumentId(entry.event().subject()),
        outcome(),
        "",
        0,
        ContentHash.of(new byte[0]),
        null,
        0,
        0,
        0,
        true,
        List.of(),
        attempts(),
        new TreeMap<>(),
        0,
        new TreeMap<>(),
        Classification.NONE,
        Scan.NOT_REACHED,
        Extract.NONE,
        new FileReport.Handling(sandbox(), "", 0),
        inside(),
        evidence());
  }

  private String outcome() {
    EventType type = entry.event().type();
    return type == EventType.DOCUMENT_PUBLISHED
        ? "stored"
        : type.name().substring("DOCUMENT_".length()).toLowerCase(Locale.ROOT);
  }

  private List<Attempt> attempts() {
    return reading == null ? List.of() : Facts.attempts(reading.data());
  }

  private String sandbox() {
    return reading == null ? "" : String.valueOf(reading.data().getOrDefault("sandbox", ""));
  }

  private static SortedMap<String, Integer> found(OutcomeRecord record) {
    SortedMap<String, Integer> found = new TreeMap<>();
    record.findings().stream()
        .filter(finding -> finding.kind() != Finding.Kind.CLASS)
        .forEach(finding -> found.merge(finding.family(), 1, Integer::sum));
    record.personal().forEach((type, treatment) -> found.put(type, treatment.places()));
    return found;
  }

  private static double injection(OutcomeRecord record) {
    return record.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.INSTRUCTION)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private FileReport.Handling handling(OutcomeRecord record) {
    OutcomeRecord.Reading kept = record.reading();
    OutcomeRecord.Vectors vectors = kept == null ? null : kept.vectors();
    return vectors == null
        ? new FileReport.Handling(sandbox(), "", 0)
        : new FileReport.Handling(sandbox(), vectors.model(), vectors.dimensions());
  }

  /** The event says it in the open, so it is known of erased ones, too. */
  private FileReport.Inside inside() {
    Object parent = entry.event().data().get(Kinship.PARENT);
    long brought = (Long) entry.event().data().getOrDefault(Kinship.ATTACHMENTS, 0L);
    return new FileReport.Inside(
        parent instanceof String id ? new DocumentId(id) : null, Math.toIntExact(brought));
  }

  private BatchReport.Evidence evidence() {
    return new BatchReport.Evidence(entry.receipt(), entry.event().time());
  }
}
