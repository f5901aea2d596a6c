package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail as people send them, through the real parsers in their processes. */
class MailWithAttachmentsIT {
  private static final String BANK = "northwind-bank/";
  private static final String CLINIC = "cedar-clinic/";

  @TempDir private Path temp = Path.of("replaced by JUnit");

  @Test
  void everyFileOfAMailIsADocumentOfItsOwnOrRefusedByItself() throws IOException {
    Path folder = temp.toRealPath();
    Path mail = Files.writeString(folder.resolve("offer.eml"), mail());
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      Batch batch = Batch.of(List.of(mail));
      List<DocumentOutcome> outcomes = House.ingest(session, batch);
      assertThat(AttachmentsIT.told(outcomes))
          .containsExactly(
              "stored offer.eml 0",
              "stored invoice.pdf 1",
              "stored costs.xlsx 1",
              "rejected setup.exe 1",
              "stored report.pdf 1");
      DocumentOutcome.Rejected refused = (DocumentOutcome.Rejected) outcomes.get(3);
      assertThat(refused.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED_FORMAT);
      List<Passage> found = session.search(Query.of("invoice HD-20417").topK(20)).passages();
      assertThat(found).anyMatch(passage -> passage.document().equals(outcomes.get(1).document()));
      assertThat(session.verifyAudit().intact()).isTrue();
      reports(session.report(batch.id()));
      assertThat(new String(session.signReport(batch.id(), ReportFormat.JSON).bytes(), UTF))
          .contains("\"attachments_summary\"");
    }
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  private static void reports(BatchReport report) {
    assertThat(report.complete()).isTrue();
    assertThat(report.summary().submitted()).isEqualTo(1);
    assertThat(report.attached().submitted()).isEqualTo(4);
    assertThat(report.attached().stored()).isEqualTo(3);
    assertThat(report.attached().rejected()).isEqualTo(1);
    assertThat(report.toHtml()).contains("offer.eml › invoice.pdf", "offer.eml › setup.exe");
  }

  @Test
  void theWorkbenchNamesWhatLiesInAMailAndKeepsNothingOfIt() throws IOException {
    Path folder = temp.toRealPath();
    Path mail = Files.writeString(folder.resolve("offer.eml"), mail());
    try (House house = House.open(folder);
        Workbench workbench = house.pipeline().workbench()) {
      CanonicalDocument read = ((Workbench.Parsed.Read) workbench.parse(mail)).document();
      assertThat(read.attachments())
          .extracting(file -> file.name().value())
          .containsExactly("invoice.pdf", "costs.xlsx", "setup.exe", "report.pdf");
      byte[] invoice = file(BANK + "invoice-hd-20417.pdf");
      assertThat(read.attachments().getFirst().source()).isEqualTo(ContentHash.of(invoice));
      assertThat(read.attachments().getFirst().size()).isEqualTo(invoice.length);
      assertThat(read.original().value()).contains("Terms in short", "Attachment: invoice.pdf");
    }
  }

  private static String mail() throws IOException {
    return """
        From: Anne <anne@example.org>
        To: bob@example.org
        Subject: Our offer for the spring
        Date: Mon, 5 Jan 2026 10:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=M

        --M
        Content-Type: text/plain; charset=utf-8

        Please find our offer and the costs attached.
        """
        + part("application/pdf", "invoice.pdf", file(BANK + "invoice-hd-20417.pdf"))
        + part("application/octet-stream", "costs.xlsx", file(BANK + "branch-costs-q1.xlsx"))
        + part("text/plain", "terms.txt", "Terms in short: thirty days.\n".getBytes(UTF))
        + part("application/octet-stream", "setup.exe", executable())
        + """
        --M
        Content-Type: message/rfc822

        From: carl@example.org
        Subject: The report you asked for
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=N

        --N
        Content-Type: text/plain

        Here is the report.
        """
        + part("application/pdf", "report.pdf", file(CLINIC + "infection-report-2024.pdf"))
            .replace("--M", "--N")
        + "--N--\n--M--\n";
  }

  private static String part(String type, String name, byte[] bytes) {
    return "--M\nContent-Type: %s; name=\"%s\"\nContent-Disposition: attachment\n"
            .formatted(type, name)
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes)
        + "\n";
  }

  /** The head of a program, and nothing that runs. */
  private static byte[] executable() {
    byte[] bytes = new byte[512];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    bytes[60] = 64;
    bytes[64] = 'P';
    bytes[65] = 'E';
    return bytes;
  }

  private static byte[] file(String name) throws IOException {
    return Files.readAllBytes(Samples.documents().resolve(name));
  }
}
