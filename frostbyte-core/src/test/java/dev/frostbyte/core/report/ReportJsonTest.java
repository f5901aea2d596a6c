package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Treatment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
  private static final ObjectMapper READER = new ObjectMapper();

  @Test
  void saysByTypeWhatWasDoneInEachFileAndInAll() {
    ObjectNode json =
        ReportJson.of(
            report(
                Map.of("EMAIL", new Treatment(3, 0, 0, 1, 0, 0)),
                Map.of("EMAIL", new Treatment(0, 2, 0, 0, 0, 1))));
    assertThat(json.at("/personal_data/EMAIL").toString())
        .isEqualTo(
            "{\"found\":7,\"redacted\":3,\"flagged\":2,\"blocked\":0,"
                + "\"not_served\":1,\"kept_back\":0,\"in_file_name\":1}");
    assertThat(json.at("/files/0/policy/personal_data/EMAIL/redacted").asInt()).isEqualTo(3);
    assertThat(json.at("/files/0/policy/pii_types").toString()).isEqualTo("[\"EMAIL\"]");
    assertThat(json.at("/files/1/policy/pii_found").asBoolean()).isTrue();
  }

  @Test
  void namesEveryParserThatWasAskedInOrder() {
    List<Attempt> asked =
        List.of(
            new Attempt("docling-serve/1", "EGRESS_FAILED", 0), new Attempt("pdf/1", "READ", 0.9));
    FileReport file = Reports.read(Reports.stored("a.pdf"), asked);
    assertThat(ReportJson.of(Reports.of(List.of(file))).at("/files/0/attempts").toString())
        .isEqualTo(
            "[{\"parser\":\"docling-serve/1\",\"outcome\":\"EGRESS_FAILED\",\"quality\":0.0},"
                + "{\"parser\":\"pdf/1\",\"outcome\":\"READ\",\"quality\":0.9}]");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, blocked", "1, 1, 0, redacted", "0, 1, 0, flagged", "0, 0, 0, none"})
  void namesTheStrictestActionOfAFile(int redacted, int flagged, int blocked, String action) {
    ObjectNode json =
        ReportJson.of(report(Map.of("SSN", new Treatment(redacted, flagged, blocked, 1, 0, 0))));
    assertThat(json.at("/files/0/policy/pii_action").asText()).isEqualTo(action);
  }

  /** The schema's keys, as the requirements name them. */
  @Test
  void holdsEveryKeyOfTheSchema() {
    BatchReport report = Reports.everything();
    JsonNode json = parsed(text(report));
    Stream.of(
            "/tenant_id /batch_id /signature/report_id /signature/generated_at",
            "/summary/files_submitted /summary/files_accepted /summary/files_rejected",
            "/summary/files_quarantined /summary/files_parsed_successfully",
            "/summary/files_parsed_with_warnings /summary/files_parse_failed",
            "/summary/total_chunks_produced /summary/total_chunks_indexed",
            "/summary/total_chunks_quarantined /summary/classifications/invoice",
            "/files/1/file_id /files/1/original_filename /files/1/status",
            "/files/1/intake/received_at /files/1/intake/mime_type /files/1/intake/size_bytes",
            "/files/1/intake/sha256 /files/1/intake/scan_result /files/1/parsing/status",
            "/files/1/parsing/page_count /files/1/parsing/section_count",
            "/files/1/parsing/table_count /files/1/parsing/figure_count",
            "/files/1/parsing/chunk_count /files/1/parsing/dropped_content/0 /files/1/parsing/warnings/0",
            "/files/1/policy/pii_found /files/1/policy/pii_types /files/1/policy/pii_action",
            "/files/1/policy/classification /files/1/policy/classification_confidence",
            "/files/1/policy/injection_max_score /files/1/policy/chunks_quarantined",
            "/files/1/indexing/chunks_embedded /files/1/indexing/embed_model",
            "/files/1/indexing/embed_dimensions /files/1/indexing/indexed_at",
            "/rejected_files/0/file_id /rejected_files/0/reason /rejected_files/0/message",
            "/rejected_files/0/remediation /quarantined_files/0/remediation",
            "/dropped_content/0/file_id /dropped_content/0/page /dropped_content/0/element_type",
            "/dropped_content/0/reason /dropped_content/0/remediation",
            "/manifest/vendor_name /manifest/sha256 /manifest/checksum")
        .flatMap(line -> Stream.of(line.split(" ")))
        .forEach(key -> assertThat(json.at(key).isMissingNode()).as(key).isFalse());
  }

  @Test
  void everyFileWasReceivedWhenItsBatchWas() {
    FileReport later = new FileMaker(Reports.stored("a.pdf")).make();
    BatchReport report =
        new BatchReport(
            new BatchId("b"),
            TenantId.of("acme"),
            null,
            Reports.TIME.minusSeconds(5),
            true,
            1,
            List.of(later));
    assertThat(ReportJson.of(report).at("/files/0/intake/received_at").asText())
        .isEqualTo("2026-11-01T10:20:25.456Z");
  }

  @Test
  void passagesKeptBackWereMadeToo() {
    FileReport file = FileMaker.named("a.pdf").chunks(7).withheld(2).make();
    ObjectNode json = ReportJson.of(Reports.of(List.of(file)));
    assertThat(json.at("/files/0/parsing/chunk_count").asInt()).isEqualTo(9);
    assertThat(json.at("/files/0/indexing/chunks_embedded").asInt()).isEqualTo(7);
  }

  /** The manifest's hash, or that of no bytes, would be taken for that of the file. */
  @Test
  void whatNeverCameHasNoHash() {
    FileReport missing =
        new FileMaker(Reports.refused("a.pdf", "rejected", ProblemCode.FILE_MISSING))
            .absent()
            .make();
    ObjectNode json =
        ReportJson.of(Reports.of(List.of(missing, Reports.erased("stored"), Reports.stored("b"))));
    assertThat(json.at("/files/0/intake/sha256").isNull()).isTrue();
    assertThat(json.at("/files/1/intake/sha256").isNull()).isTrue();
    assertThat(json.at("/files/2/intake/sha256").asText())
        .isEqualTo(Reports.stored("b").source().hex());
  }

  @Test
  void aShareThatIsNotKnownIsNotWhole() {
    FileReport unknown = FileMaker.named("a.csv").extracted(new Completeness(-1, 900, 0, 0)).make();
    ObjectNode json = ReportJson.of(Reports.of(List.of(unknown, Reports.stored("b.pdf"))));
    assertThat(json.at("/files/0/parsing/completeness/share").isNull()).isTrue();
    assertThat(json.at("/files/1/parsing/completeness/share").asDouble()).isEqualTo(1);
  }

  @Test
  void theDigestIsThatOfEverythingButTheSignature() {
    BatchReport report = Reports.everything();
    ObjectNode json = (ObjectNode) parsed(text(report));
    String said = json.remove("signature").path("digest").asText();
    assertThat(ContentHash.of(CanonicalWriter.bytes(json)).hex()).isEqualTo(said);
    ((ObjectNode) json.path("summary")).put("files_rejected", 0);
    assertThat(ContentHash.of(CanonicalWriter.bytes(json)).hex()).isNotEqualTo(said);
  }

  @Property(tries = 300)
  void anyNameIsReadBackAsItWas(@ForAll String name) throws IOException {
    String text =
        new String(
            ReportJson.write(Reports.of(List.of(Reports.stored(name))), null),
            StandardCharsets.UTF_8);
    String whole = new String(name.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    assertThat(READER.readTree(text).at("/files/0/original_filename").asText()).isEqualTo(whole);
    assertThat(text).hasLineCount(1);
  }

  /** Examples of RFC 8785, sections 3.2.2 and 3.2.3. */
  @Test
  void spellsAsTheStandardShows() throws IOException {
    String given =
        "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,"
            + "\"\\u00f6\":7,\"s\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}";
    assertThat(new String(CanonicalWriter.bytes(READER.readTree(given)), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\u0080\":6,"
                + "\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
  }

  private static String text(BatchReport report) {
    return new String(ReportJson.write(report, Reports.signature(report)), StandardCharsets.UTF_8);
  }

  private static JsonNode parsed(String json) {
    try {
      return READER.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("no JSON", e);
    }
  }

  @SafeVarargs
  private static BatchReport report(Map<String, Treatment>... files) {
    return Reports.of(
        Stream.of(files).map(done -> Reports.treated(Reports.stored("a.txt"), done)).toList());
  }
}
