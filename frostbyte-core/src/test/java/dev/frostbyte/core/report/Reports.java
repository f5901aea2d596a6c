package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes reports for tests. */
final class Reports {
  private static final Instant TIME = Instant.parse("2026-11-01T10:20:30.456Z");

  private Reports() {}

  /** A report whose counts agree with its files. */
  static BatchReport of(List<FileReport> files) {
    return of(files, true, files.size());
  }

  static BatchReport of(List<FileReport> files, boolean complete, int submitted) {
    BatchReport.Summary summary =
        new BatchReport.Summary(
            submitted,
            count(files, "stored"),
            count(files, "unchanged"),
            count(files, "held"),
            count(files, "quarantined"),
            count(files, "rejected"),
            count(files, "failed"),
            files.stream().mapToInt(FileReport::chunks).sum());
    return new BatchReport(
        new BatchId("batch-7"), TenantId.of("northwind"), TIME, complete, summary, files);
  }

  static FileReport stored(String name) {
    return file(name, "stored", null, List.of(), new TreeMap<>(), true);
  }

  static FileReport refused(String name, String outcome, ProblemCode code) {
    Problem problem = Problem.of(code, "What happened to it.");
    return file(name, outcome, problem, List.of(), new TreeMap<>(), true);
  }

  static FileReport erased(String outcome) {
    FileReport file = refused("(erased)", outcome, ProblemCode.FILE_EMPTY);
    return new FileReport(
        "",
        file.fileName(),
        file.document(),
        outcome,
        "",
        0,
        file.source(),
        null,
        0,
        0,
        true,
        List.of(),
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        Scan.NONE,
        file.evidence());
  }

  static FileReport with(
      String name, List<DroppedContent> dropped, Map<String, Integer> found, boolean complete) {
    return file(name, "stored", null, dropped, new TreeMap<>(found), complete);
  }

  /** The same file, read in these attempts. */
  static FileReport read(FileReport file, List<Attempt> attempts) {
    return changed(file, attempts, file.found(), file.personal());
  }

  /** The same file with what was done with personal data. */
  static FileReport treated(FileReport file, Map<String, Treatment> personal) {
    SortedMap<String, Integer> found = new TreeMap<>(file.found());
    personal.forEach((type, done) -> found.put(type, done.places()));
    return changed(file, file.attempts(), found, new TreeMap<>(personal));
  }

  private static FileReport changed(
      FileReport file,
      List<Attempt> attempts,
      SortedMap<String, Integer> found,
      SortedMap<String, Treatment> personal) {
    return new FileReport(
        file.fileId(),
        file.fileName(),
        file.document(),
        file.outcome(),
        file.type(),
        file.size(),
        file.source(),
        file.problem(),
        file.pages(),
        file.chunks(),
        file.complete(),
        file.dropped(),
        attempts,
        found,
        personal,
        file.scan(),
        file.evidence());
  }

  private static FileReport file(
      String name,
      String outcome,
      @Nullable Problem problem,
      List<DroppedContent> dropped,
      SortedMap<String, Integer> found,
      boolean complete) {
    ContentHash hash = ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
    AuditReceipt receipt = new AuditReceipt("frostbyte/00ff/northwind", 41, hash);
    return new FileReport(
        "file-1",
        UntrustedText.of(name),
        new DocumentId("doc_" + hash.hex().substring(0, 32)),
        outcome,
        "application/pdf",
        123_456,
        hash,
        problem,
        outcome.equals("stored") ? 3 : 0,
        outcome.equals("stored") ? 7 : 0,
        complete,
        dropped,
        List.of(),
        found,
        new TreeMap<>(),
        Scan.NONE,
        new BatchReport.Evidence(receipt, TIME));
  }

  private static int count(List<FileReport> files, String outcome) {
    return (int) files.stream().filter(file -> file.outcome().equals(outcome)).count();
  }
}
