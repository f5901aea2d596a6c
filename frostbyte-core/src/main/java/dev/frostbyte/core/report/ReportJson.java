package dev.frostbyte.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.core.policy.Treatment;
import java.util.Arrays;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON, keys as schema 1.24 of the requirements spells them, with what that schema has
 * no place for beside them. Written canonically; what is signed is the same without its key {@code
 * signature}. Stateless.
 */
final class ReportJson {
  private ReportJson() {}

  /** One line with its line feed, in UTF-8. */
  static byte[] write(BatchReport report, @Nullable ReportSignature signature) {
    ObjectNode whole = of(report);
    if (signature != null) {
      whole.set("signature", signature(signature));
    }
    byte[] line = CanonicalWriter.bytes(whole);
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    return ended;
  }

  static ObjectNode of(BatchReport report) {
    ObjectNode whole =
        object()
            .put("format", "frostbyte-acceptance-report/1")
            .put("tenant_id", report.tenant().value())
            .put("batch_id", report.batch().value())
            .put("received_at", report.receivedAt().toString())
            .put("complete", report.complete());
    report.manifestFacts().ifPresent(facts -> whole.set("manifest", manifest(report, facts)));
    whole.set("summary", summary(report.summary()));
    whole.set("personal_data", personal(report.personal()));
    ArrayNode files = whole.putArray("files");
    report.files().forEach(file -> files.add(FileJson.of(file, report.receivedAt())));
    whole.set("attachments_summary", summary(report.attached()));
    ArrayNode attachments = whole.putArray("attachments");
    report.attachments().forEach(file -> attachments.add(FileJson.of(file, report.receivedAt())));
    refusals(report, "rejected", whole.putArray("rejected_files"));
    refusals(report, "quarantined", whole.putArray("quarantined_files"));
    refusals(report, "held", whole.putArray("held_files"));
    refusals(report, "failed", whole.putArray("failed_files"));
    ArrayNode dropped = whole.putArray("dropped_content");
    report.all().forEach(file -> FileJson.addDropped(file, dropped));
    return whole;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode manifest(BatchReport report, ManifestFacts facts) {
    Checksums sums = Checksums.of(report);
    return object()
        .put("name", facts.name().value())
        .put("sha256", facts.sha256().hex())
        .put("vendor_name", facts.vendor().value())
        .put("submitter", facts.submitter().value())
        .put("checksum", sums.verdict())
        .put("checksums_equal", sums.equal())
        .put("checksums_different", sums.different())
        .put("files_missing", sums.missing())
        .put("files_not_compared", sums.uncompared());
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode object =
        object()
            .put("files_submitted", summary.submitted())
            .put("files_accepted", summary.accepted())
            .put("files_rejected", summary.rejected())
            .put("files_quarantined", summary.quarantined())
            .put("files_open", summary.open())
            .put("files_stored", summary.stored())
            .put("files_unchanged", summary.unchanged())
            .put("files_held", summary.held())
            .put("files_failed", summary.failed());
    object
        .put("files_parsed_successfully", summary.parsed())
        .put("files_parsed_with_warnings", summary.parsedWithWarnings())
        .put("files_parse_failed", summary.notParsed())
        .put("total_chunks_produced", summary.chunksProduced())
        .put("total_chunks_indexed", summary.chunks())
        .put("total_chunks_quarantined", summary.chunksQuarantined());
    ObjectNode classes = object.putObject("classifications");
    summary.classes().forEach(classes::put);
    return object;
  }

  static ObjectNode personal(SortedMap<String, Treatment> personal) {
    ObjectNode object = object();
    personal.forEach(
        (type, done) ->
            object
                .putObject(type)
                .put("found", done.places())
                .put("redacted", done.redacted())
                .put("flagged", done.flagged())
                .put("blocked", done.blocked())
                .put("not_served", done.withheld())
                .put("kept_back", done.keptBack())
                .put("in_file_name", done.named()));
    return object;
  }

  private static void refusals(BatchReport report, String outcome, ArrayNode into) {
    report.files().stream()
        .filter(file -> file.outcome().equals(outcome))
        .forEach(file -> into.add(refusal(file)));
  }

  private static ObjectNode refusal(FileReport file) {
    ObjectNode object =
        object().put("file_id", file.fileId()).put("original_filename", file.fileName().value());
    FileJson.addReason(file, object);
    return object;
  }

  private static ObjectNode signature(ReportSignature signature) {
    return object()
        .put("report_id", signature.reportId())
        .put("generated_at", signature.time().toString())
        .put("digest", signature.digest().hex())
        .put("digest_of", "SHA-256 of RFC 8785 JSON of this object without the key signature")
        .put("checkpoint", signature.checkpoint().note())
        .set("receipt", receipt(signature.receipt()));
  }

  static ObjectNode receipt(AuditReceipt receipt) {
    return object()
        .put("origin", receipt.origin())
        .put("index", receipt.index())
        .put("leaf_hash", receipt.leafHash().hex());
  }
}
