package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.ReportCheck;
import dev.frostbyte.core.report.ReportFormat;
import dev.frostbyte.core.report.ReportSignature;
import dev.frostbyte.core.report.SignedReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes reports evidence: the intent to export holds the digest of what the report says, so that
 * its place in the log and the root over it can stand in the file; the outcome holds the hash of
 * the file. Nothing of the report's content enters the log. One thread.
 */
record ReportEvidence(TenantParts parts, String actor) {
  private static final String DIGEST = "digest";
  private static final String FILE = "file";
  private static final String FORMAT = "format";

  SignedReport sign(BatchReport report, ReportFormat format) {
    format.requireFitting(report);
    Journal journal = parts.journal();
    ContentHash digest = report.digest();
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("what", "report");
    facts.put(FORMAT, format.word());
    facts.put(DIGEST, digest.hex());
    Draft intent = event(EventType.EXPORT_REQUESTED, report, facts, List.of());
    AuditReceipt receipt = journal.force(intent);
    ReportSignature signature =
        new ReportSignature(digest, intent.event().time(), receipt, journal.seal());
    SignedReport signed =
        new SignedReport(report, format, signature, report.write(format, signature));
    facts.put(FILE, signed.sha256().hex());
    journal.force(event(EventType.EXPORT_MADE, report, facts, List.of(intent.event().id())));
    return signed;
  }

  ReportCheck check(BatchReport report, byte[] file) {
    ContentHash hash = ContentHash.of(file);
    List<AuditEntry> made = Failures.attempt(() -> made(report));
    return made.stream()
        .filter(entry -> hash.hex().equals(entry.event().data().get(FILE)))
        .findFirst()
        .<ReportCheck>map(entry -> signed(report, hash, entry))
        .orElseGet(() -> new ReportCheck.Unknown(hash, made.size()));
  }

  private List<AuditEntry> made(BatchReport report) throws IOException {
    List<AuditEntry> made = new ArrayList<>();
    AuditQuery query =
        AuditQuery.all()
            .types(EventType.EXPORT_MADE)
            .scope(new AuditQuery.Scope.Subject(parts.batchName(report.batch())))
            .verified(true);
    AuditPages.each(parts.journal().log(), query, made::add);
    return made;
  }

  private static ReportCheck signed(BatchReport report, ContentHash hash, AuditEntry made) {
    SortedMap<String, Object> data = made.event().data();
    ContentHash digest = new ContentHash(String.valueOf(data.get(DIGEST)));
    return new ReportCheck.Signed(
        hash,
        String.valueOf(data.get(FORMAT)),
        digest,
        made.event().time(),
        made.receipt(),
        digest.equals(report.digest()));
  }

  private Draft event(
      EventType type, BatchReport report, SortedMap<String, Object> facts, List<UUID> previous) {
    return parts.journal().draft(type, actor, parts.batchName(report.batch()), facts, previous);
  }
}
