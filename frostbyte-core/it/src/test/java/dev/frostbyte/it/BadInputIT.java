package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be taken: each has its own outcome, and the run goes on. */
class BadInputIT {
  private static final int LIMIT = 300_000;

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void everyBadFileHasItsOwnCodeAndTheGoodOneIsStored() throws IOException {
    Map<String, ProblemCode> expected = writeBadFiles(folder.resolve("in"));
    Map<String, String> found = new TreeMap<>();
    try (House house = limited();
        TenantSession session = house.session(House.A)) {
      List<DocumentOutcome> outcomes = House.ingest(session, folder.resolve("in"));
      for (DocumentOutcome outcome : outcomes) {
        found.put(outcome.fileName().value(), told(outcome));
      }
      assertThat(session.counts().documents()).isEqualTo(1);
      assertThat(session.verifyAudit().intact()).isTrue();
    }
    Map<String, String> codes = new TreeMap<>(Map.of("good.txt", "stored"));
    expected.forEach((name, code) -> codes.put(name, "rejected " + code));
    assertThat(found).isEqualTo(codes);
  }

  @Test
  void aManifestsFilesAreCheckedAgainstIt() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    byte[] good = Samples.text(1).getBytes(StandardCharsets.UTF_8);
    Files.write(in.resolve("good.md"), good);
    Files.write(in.resolve("changed.md"), good);
    Path manifest = in.resolve("manifest.json");
    Files.writeString(
        manifest,
        """
        {"batch_id":"march","tenant_id":"alpha","file_count":4,"files":[%s,%s,%s,%s]}"""
            .formatted(
                entry("good.md", "text/markdown", good),
                entry("changed.md", "text/markdown", "other".getBytes(StandardCharsets.UTF_8)),
                entry("missing.md", "text/markdown", good),
                entry("good.md", "application/pdf", good).replace("id-good", "id-again")));
    try (House house = limited();
        TenantSession session = house.session(House.A);
        TenantSession other = house.session(House.B)) {
      List<String> found =
          House.ingest(session, Batch.ofManifest(manifest)).stream().map(BadInputIT::told).toList();
      assertThat(found)
          .containsExactly(
              "stored",
              "rejected CHECKSUM_MISMATCH",
              "rejected FILE_MISSING",
              "rejected TYPE_MISMATCH");
      Batch batch = Batch.ofManifest(manifest);
      House.code(() -> House.ingest(other, batch), ProblemCode.MANIFEST_INVALID);
    }
  }

  private House limited() throws IOException {
    PipelineLimits limits =
        new PipelineLimits(
            LIMIT,
            1 << 24,
            4,
            PipelineLimits.DEFAULT.longestReview(),
            PipelineLimits.DEFAULT.parse());
    return House.Plan.of(folder).limits(limits).open();
  }

  private static Map<String, ProblemCode> writeBadFiles(Path in) throws IOException {
    Files.createDirectories(in);
    Path documents = Samples.documents();
    byte[] pdf = Files.readAllBytes(documents.resolve("northwind-bank/invoice-hd-20417.pdf"));
    byte[] docx = Files.readAllBytes(documents.resolve("northwind-bank/letter-hr-transfer.docx"));
    byte[] locked =
        Files.readAllBytes(documents.resolve("northwind-bank/audit-findings-locked.pdf"));
    byte[] broken =
        Files.readAllBytes(documents.resolve("cedar-clinic/steriliser-report-truncated.pdf"));
    Files.writeString(in.resolve("good.txt"), Samples.text(3));
    Files.write(in.resolve("empty.pdf"), new byte[0]);
    Files.write(in.resolve("huge.txt"), new byte[LIMIT + 1]);
    Files.write(in.resolve("really-a-pdf.docx"), pdf);
    Files.writeString(in.resolve("really-text.pdf"), Samples.text(4));
    Files.write(in.resolve("unknown.bin"), new byte[] {7, 0, 3, 0, 1, (byte) 0xfe, 9});
    Files.write(in.resolve("truncated.pdf"), broken);
    Files.write(in.resolve("truncated.docx"), Arrays.copyOf(docx, docx.length / 2));
    Files.write(in.resolve("locked.pdf"), locked);
    Files.createSymbolicLink(in.resolve("link.txt"), in.resolve("good.txt"));
    return new TreeMap<>(
        Map.of(
            "empty.pdf", ProblemCode.FILE_EMPTY,
            "huge.txt", ProblemCode.SIZE_EXCEEDED,
            "really-a-pdf.docx", ProblemCode.TYPE_MISMATCH,
            "really-text.pdf", ProblemCode.TYPE_MISMATCH,
            "unknown.bin", ProblemCode.UNSUPPORTED_FORMAT,
            "truncated.pdf", ProblemCode.FILE_CORRUPTED,
            "truncated.docx", ProblemCode.FILE_CORRUPTED,
            "locked.pdf", ProblemCode.FILE_ENCRYPTED,
            "link.txt", ProblemCode.FILE_UNREADABLE));
  }

  private static String told(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Rejected rejected -> outcome.word() + " " + code(rejected.problem());
      case DocumentOutcome.Failed failed -> outcome.word() + " " + code(failed.problem());
      default -> outcome.word();
    };
  }

  private static ProblemCode code(Problem problem) {
    assertThat(problem.message()).isNotBlank();
    assertThat(problem.remedy()).isNotBlank();
    return problem.code();
  }

  private static String entry(String name, String type, byte[] bytes) {
    return """
        {"file_id":"id-%s","filename":"%s","mime_type":"%s","size_bytes":%d,"sha256":"%s"}"""
        .formatted(
            name.replace(".md", ""),
            name,
            type,
            bytes.length,
            dev.frostbyte.api.model.ContentHash.of(bytes));
  }
}
