package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.FileReport;
import java.util.SortedMap;

/**
 * The acceptance report as JSON, keys as schema 1.24 of the requirements spells them. Stateless.
 */
final class ReportJson {
  private ReportJson() {}

  static ObjectNode of(BatchReport report) {
    ObjectNode object =
        Json.object()
            .put("tenant_id", report.tenant().value())
            .put("batch_id", report.batch().value())
            .put("received_at", report.receivedAt().toString())
            .put("complete", report.complete());
    object.set("summary", summary(report.summary()));
    object.set("personal_data", personal(report.personal()));
    ArrayNode files = object.putArray("files");
    report.files().forEach(file -> files.add(file(file)));
    return object;
  }

  private static ObjectNode summary(BatchReport.Summary summary) {
    return Json.object()
        .put("files_submitted", summary.submitted())
        .put("files_stored", summary.stored())
        .put("files_unchanged", summary.unchanged())
        .put("files_held", summary.held())
        .put("files_quarantined", summary.quarantined())
        .put("files_rejected", summary.rejected())
        .put("files_failed", summary.failed())
        .put("total_chunks_indexed", summary.chunks());
  }

  private static ObjectNode scan(Scan scan) {
    return Json.object()
        .put("malware_scan", scan.verdict().word())
        .put("scan_engine", scan.engine())
        .put("threat_name", scan.threat());
  }

  private static ObjectNode file(FileReport file) {
    ObjectNode object =
        Json.object()
            .put("file_id", file.fileId())
            .put("original_filename", file.fileName().value())
            .put("document", file.document().value())
            .put("status", file.outcome())
            .put("mime_type", file.type())
            .put("size_bytes", file.size())
            .put("sha256", file.source().hex())
            .put("page_count", file.pages())
            .put("chunk_count", file.chunks())
            .put("complete", file.complete())
            .setAll(scan(file.scan()));
    file.reason().ifPresent(problem -> object.put("reason", problem.code().name()));
    file.reason().ifPresent(problem -> object.put("message", problem.message()));
    file.reason().ifPresent(problem -> object.put("remediation", problem.remedy()));
    addReadings(object, file);
    ObjectNode found = object.putObject("found");
    file.found().forEach(found::put);
    object.set("policy", policy(file.personal()));
    object.put("time", file.evidence().time().toString());
    return object.set("receipt", Json.receipt(file.evidence().receipt()));
  }

  private static void addReadings(ObjectNode object, FileReport file) {
    ArrayNode dropped = object.putArray("dropped_content");
    file.dropped().forEach(content -> dropped.add(dropped(content)));
    ArrayNode attempts = object.putArray("attempts");
    file.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
  }

  private static ObjectNode attempt(Attempt attempt) {
    return Json.object()
        .put("parser", attempt.parser())
        .put("outcome", attempt.outcome())
        .put("quality", attempt.quality());
  }

  private static ObjectNode policy(SortedMap<String, Treatment> personal) {
    ObjectNode object =
        Json.object().put("pii_found", !personal.isEmpty()).put("pii_action", action(personal));
    personal.keySet().forEach(object.putArray("pii_types")::add);
    return object.set("personal_data", personal(personal));
  }

  /** The strictest of what was done; {@code personal_data} has all of it. */
  private static String action(SortedMap<String, Treatment> personal) {
    if (personal.values().stream().anyMatch(done -> done.blocked() > 0)) {
      return "blocked";
    }
    if (personal.values().stream().anyMatch(done -> done.redacted() > 0)) {
      return "redacted";
    }
    return personal.values().stream().anyMatch(done -> done.flagged() > 0) ? "flagged" : "none";
  }

  private static ObjectNode personal(SortedMap<String, Treatment> personal) {
    ObjectNode object = Json.object();
    personal.forEach(
        (type, done) ->
            object
                .putObject(type)
                .put("found", done.places())
                .put("redacted", done.redacted())
                .put("flagged", done.flagged())
                .put("blocked", done.blocked())
                .put("not_served", done.withheld())
                .put("in_file_name", done.named()));
    return object;
  }

  private static ObjectNode dropped(DroppedContent content) {
    return Json.object()
        .put("element_type", content.kind())
        .put("reason", content.reason())
        .put("page", content.page() == 0 ? null : content.page())
        .put("count", content.count());
  }
}
