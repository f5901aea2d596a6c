package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.FileReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
  private static final Instant TIME = Instant.parse("2026-11-01T10:20:30Z");

  @Test
  void saysByTypeWhatWasDoneInEachFileAndInAll() {
    ObjectNode json =
        ReportJson.of(
            report(
                Map.of("EMAIL", new Treatment(3, 0, 0, 1, 0)),
                Map.of("EMAIL", new Treatment(0, 2, 0, 0, 1))));
    assertThat(json.at("/personal_data/EMAIL").toString())
        .isEqualTo(
            "{\"found\":7,\"redacted\":3,\"flagged\":2,\"blocked\":0,"
                + "\"not_served\":1,\"in_file_name\":1}");
    assertThat(json.at("/files/0/policy/personal_data/EMAIL/redacted").asInt()).isEqualTo(3);
    assertThat(json.at("/files/0/policy/pii_types").toString()).isEqualTo("[\"EMAIL\"]");
    assertThat(json.at("/files/1/policy/pii_found").asBoolean()).isTrue();
  }

  @Test
  void namesEveryParserThatWasAskedInOrder() {
    assertThat(ReportJson.of(report(Map.of())).at("/files/0/attempts").toString())
        .isEqualTo(
            "[{\"parser\":\"docling-serve/1\",\"outcome\":\"EGRESS_FAILED\",\"quality\":0.0},"
                + "{\"parser\":\"pdf/1\",\"outcome\":\"READ\",\"quality\":0.9}]");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, blocked", "1, 1, 0, redacted", "0, 1, 0, flagged", "0, 0, 0, none"})
  void namesTheStrictestActionOfAFile(int redacted, int flagged, int blocked, String action) {
    ObjectNode json =
        ReportJson.of(report(Map.of("SSN", new Treatment(redacted, flagged, blocked, 1, 0))));
    assertThat(json.at("/files/0/policy/pii_action").asText()).isEqualTo(action);
  }

  @SafeVarargs
  private static BatchReport report(Map<String, Treatment>... files) {
    return new BatchReport(
        new BatchId("batch-1"),
        TenantId.of("acme"),
        TIME,
        true,
        new BatchReport.Summary(files.length, files.length, 0, 0, 0, 0, 0, 1),
        List.of(files).stream().map(ReportJsonTest::file).toList());
  }

  private static FileReport file(Map<String, Treatment> personal) {
    ContentHash hash = ContentHash.of(new byte[0]);
    return new FileReport(
        "file-1",
        UntrustedText.of("a.txt"),
        new DocumentId("doc_" + "0".repeat(32)),
        "stored",
        "text/plain",
        1,
        hash,
        null,
        0,
        1,
        true,
        List.of(),
        List.of(
            new Attempt("docling-serve/1", "EGRESS_FAILED", 0), new Attempt("pdf/1", "READ", 0.9)),
        new TreeMap<>(),
        new TreeMap<>(personal),
        Scan.NONE,
        new BatchReport.Evidence(new AuditReceipt("frostbyte/0/t", 1, hash), TIME));
  }
}
