package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.FileReport;
import dev.frostbyte.core.report.ReportCheck;
import dev.frostbyte.core.report.ReportFormat;
import dev.frostbyte.core.report.SignedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch in which everything happens, its report in four forms, and whether each is genuine. */
class SignedReportIT {
  private static final String UNCLEAR =
      "Policy\nInvoice\n\nThis policy says when an invoice number is needed for a pump.\n";
  private static final String LETTER =
      "Dear Ms Lind,\n\nthank you for your order of forty pumps. Write to lind@example.com.\n\n"
          + "Kind regards,\nthe office\n";
  private static final List<String> SUMS =
      List.of("stored", "unchanged", "held", "quarantined", "rejected", "failed");

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void theFourFormsOfABatchWithEveryOutcomeAgree() throws IOException {
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      Batch batch = everything(session);
      Map<ReportFormat, SignedReport> forms = forms(session, batch.id());
      JsonNode json = json(report(forms, ReportFormat.JSON));
      String html = Jsoup.parse(text(forms, ReportFormat.HTML)).text();
      String markdown = text(forms, ReportFormat.MARKDOWN);
      String pdf = pdf(forms);
      for (String outcome : SUMS) {
        int count = json.at("/summary/files_" + outcome).asInt();
        assertThat(count).as(outcome).isPositive();
        assertThat(html).contains(outcome + " " + count + " ");
        assertThat(pdf).contains(outcome + " " + count + " ");
        assertThat(markdown).contains("| " + outcome + " | " + count + " | ");
      }
      for (FileReport file : session.report(batch.id()).files()) {
        assertThat(html).contains(file.evidence().receipt().leafHash().hex());
        assertThat(markdown).contains(file.evidence().receipt().leafHash().hex());
        assertThat(pdf.replaceAll("\\s", "")).contains(file.fileName().value());
      }
    }
  }

  @Test
  void saysWhatWasReadAndHowItWasOpened() throws IOException {
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      JsonNode json = json(session.signReport(everything(session).id(), ReportFormat.JSON));
      JsonNode letter = storedLetter(json);
      assertThat(letter.at("/parsing/encodings/0/name").asText()).isNotEmpty();
      assertThat(letter.at("/parsing/sandbox").asText()).isNotEmpty();
      assertThat(letter.at("/parsing/completeness/extracted_characters").asInt())
          .isEqualTo(LETTER.replaceAll("\\s", "").length());
      assertThat(letter.at("/parsing/completeness/share").asDouble()).isBetween(0.9, 1.0);
      assertThat(letter.at("/policy/classification").asText()).isEqualTo("correspondence");
      assertThat(letter.at("/policy/pii_types").toString()).contains("EMAIL");
      assertThat(letter.at("/indexing/embed_dimensions").asInt()).isEqualTo(384);
      assertThat(file(json, "page.html").at("/parsing/section_count").asInt()).isEqualTo(1);
      assertThat(file(json, Inputs.HOSTILE).at("/policy/injection_max_score").asDouble())
          .isGreaterThan(0.7);
      assertThat(json.at("/failed_files/0/remediation").asText()).isNotEmpty();
    }
  }

  @Test
  void everyFormIsFoundGenuineAndOneChangedByteIsNot() throws IOException {
    long seed = new Random().nextLong();
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      BatchId batch = everything(session).id();
      for (SignedReport report : forms(session, batch).values()) {
        assertThat(session.checkReport(batch, report.bytes()))
            .isInstanceOfSatisfying(
                ReportCheck.Signed.class,
                signed -> {
                  assertThat(signed.format()).isEqualTo(report.format().word());
                  assertThat(signed.digest()).isEqualTo(report.signature().digest());
                  assertThat(signed.current()).isTrue();
                });
        byte[] changed = report.bytes().clone();
        changed[new Random(seed).nextInt(changed.length)] ^= 1;
        assertThat(session.checkReport(batch, changed))
            .as("seed %d", seed)
            .isInstanceOfSatisfying(
                ReportCheck.Unknown.class, unknown -> assertThat(unknown.known()).isEqualTo(4));
      }
    }
  }

  @Test
  void aReportOfAnotherBatchOrTenantIsNotGenuineHere() throws IOException {
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER);
        TenantSession other = House.session(pipeline, House.B, House.CALLER)) {
      Batch one = one(session, "one");
      Batch two = one(session, "two");
      Batch foreign = one(other, "one");
      byte[] report = session.signReport(one.id(), ReportFormat.JSON).bytes();
      assertThat(session.checkReport(one.id(), report)).isInstanceOf(ReportCheck.Signed.class);
      assertThat(session.checkReport(two.id(), report)).isInstanceOf(ReportCheck.Unknown.class);
      assertThat(other.checkReport(foreign.id(), report)).isInstanceOf(ReportCheck.Unknown.class);
      House.code(
          () -> session.signReport(new BatchId("never-came"), ReportFormat.PDF),
          ProblemCode.BATCH_NOT_FOUND);
    }
  }

  @Test
  void theDigestIsInTheLogBeforeTheFileAndItsHashAfter() throws IOException {
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      SignedReport report = session.signReport(one(session, "one").id(), ReportFormat.HTML);
      List<AuditEntry> exports =
          House.events(session).stream()
              .filter(entry -> entry.event().type().name().startsWith("EXPORT_"))
              .toList();
      assertThat(exports).hasSize(2);
      AuditEntry intent = exports.getFirst();
      AuditEntry made = exports.getLast();
      assertThat(intent.event().type()).isEqualTo(EventType.EXPORT_REQUESTED);
      assertThat(intent.receipt()).isEqualTo(report.signature().receipt());
      assertThat(intent.event().data())
          .containsEntry("digest", report.signature().digest().hex())
          .doesNotContainKey("file");
      assertThat(made.event().previous()).containsExactly(intent.event().id());
      assertThat(made.event().data()).containsEntry("file", report.sha256().hex());
      assertThat(report.signature().checkpoint().size()).isGreaterThan(intent.receipt().index());
      assertThat(session.prove(intent.receipt())).isNotEmpty();
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void anErasureLeavesTheOldReportGenuineButNotCurrent() throws IOException {
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      Batch batch = everything(session);
      byte[] before = session.signReport(batch.id(), ReportFormat.MARKDOWN).bytes();
      session.erase(session.documents("", 1).getFirst().document());
      assertThat(session.checkReport(batch.id(), before))
          .isInstanceOfSatisfying(
              ReportCheck.Signed.class, signed -> assertThat(signed.current()).isFalse());
      SignedReport after = session.signReport(batch.id(), ReportFormat.MARKDOWN);
      assertThat(after.report().summary().submitted()).isEqualTo(batch.files().size());
      assertThat(new String(after.bytes(), StandardCharsets.UTF_8)).contains("(erased)");
    }
  }

  @Test
  void aManifestStandsInTheReportWithItsVerdict() throws IOException {
    Path in = Files.createDirectories(folder.resolve("manifested"));
    byte[] good = Samples.text(1).getBytes(StandardCharsets.UTF_8);
    Files.write(in.resolve("good.md"), good);
    Files.writeString(in.resolve("other.md"), Samples.text(2));
    String form =
        """
        {"file_id":"%s","filename":"%s","mime_type":"text/markdown","size_bytes":%d,"sha256":"%s"}""";
    String hash = dev.frostbyte.api.model.ContentHash.of(good).hex();
    String entries =
        form.formatted("a", "good.md", good.length, hash)
            + ","
            + form.formatted("b", "other.md", good.length, hash);
    Path manifest =
        Files.writeString(
            in.resolve("manifest.json"),
            """
            {"batch_id":"march","tenant_id":"alpha","vendor_name":"Contoso","file_count":2,
             "files":[%s]}"""
                .formatted(entries));
    try (Pipeline pipeline = pipeline();
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      House.ingest(session, Batch.ofManifest(manifest));
      JsonNode json = json(session.signReport(new BatchId("march"), ReportFormat.JSON));
      assertThat(json.at("/manifest/vendor_name").asText()).isEqualTo("Contoso");
      assertThat(json.at("/manifest/checksum").asText()).isEqualTo("FAIL");
      assertThat(json.at("/manifest/checksums_equal").asInt()).isEqualTo(1);
      assertThat(json.at("/manifest/name").asText()).isEqualTo("manifest.json");
    }
  }

  /** One batch whose files end in each of the six outcomes. */
  private Batch everything(TenantSession session) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Inputs.in(in);
    Files.writeString(in.resolve("letter.txt"), LETTER);
    Files.writeString(in.resolve("letter-again.txt"), LETTER);
    Files.writeString(in.resolve("unclear.txt"), UNCLEAR);
    Batch batch = Batch.ofFolder(in);
    List<DocumentOutcome> outcomes = House.ingest(session, batch);
    assertThat(outcomes.stream().map(DocumentOutcome::word)).containsAll(SUMS);
    return batch;
  }

  private Batch one(TenantSession session, String name) throws IOException {
    Batch batch = Batch.ofFolder(Samples.texts(folder.resolve(name), 1));
    House.ingest(session, batch);
    return batch;
  }

  private static Map<ReportFormat, SignedReport> forms(TenantSession session, BatchId batch) {
    Map<ReportFormat, SignedReport> forms = new EnumMap<>(ReportFormat.class);
    for (ReportFormat format : ReportFormat.values()) {
      forms.put(format, session.signReport(batch, format));
    }
    assertThat(forms.values().stream().map(report -> report.signature().digest()).distinct())
        .hasSize(1);
    return forms;
  }

  private static String text(Map<ReportFormat, SignedReport> forms, ReportFormat format) {
    return new String(report(forms, format).bytes(), StandardCharsets.UTF_8);
  }

  private static SignedReport report(Map<ReportFormat, SignedReport> forms, ReportFormat format) {
    return java.util.Objects.requireNonNull(forms.get(format));
  }

  private static JsonNode json(SignedReport report) throws IOException {
    return new ObjectMapper().readTree(report.bytes());
  }

  /** Of two equal letters either may come first; the other is unchanged and was not read again. */
  private static JsonNode storedLetter(JsonNode json) {
    JsonNode first = file(json, "letter.txt");
    return first.path("status").asText().equals("stored") ? first : file(json, "letter-again.txt");
  }

  private static JsonNode file(JsonNode json, String name) {
    for (JsonNode file : json.path("files")) {
      if (file.path("original_filename").asText().equals(name)) {
        return file;
      }
    }
    throw new AssertionError("no file " + name);
  }

  private static String pdf(Map<ReportFormat, SignedReport> forms) throws IOException {
    try (PDDocument document = Loader.loadPDF(report(forms, ReportFormat.PDF).bytes())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private Pipeline pipeline() throws IOException {
    return House.bare(folder)
        .everyParser()
        .inspector("injection")
        .inspector("class")
        .inspector("pii")
        .build();
  }
}
