package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Treatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes reports for tests. */
final class Reports {
  static final Instant TIME = Instant.parse("2026-11-01T10:20:30.456Z");

  private Reports() {}

  /** A complete report of these files, each given an id and an entry of its own. */
  static BatchReport of(List<FileReport> files) {
    return of(files, true, files.size());
  }

  static BatchReport of(List<FileReport> files, boolean complete, int submitted) {
    return of(null, files, complete, submitted);
  }

  static BatchReport of(
      @org.jspecify.annotations.Nullable ManifestFacts manifest,
      List<FileReport> files,
      boolean complete,
      int submitted) {
    List<FileReport> numbered = new ArrayList<>();
    for (FileReport file : files) {
      numbered.add(new FileMaker(file).numbered(numbered.size() + 1).make());
    }
    return new BatchReport(
        new BatchId("batch-7"),
        TenantId.of("northwind"),
        manifest,
        TIME,
        complete,
        submitted,
        numbered);
  }

  /** A signature as the log gives it; its checkpoint is a stand-in. */
  static ReportSignature signature(BatchReport report) {
    AuditReceipt receipt =
        new AuditReceipt("frostbyte/00ff/northwind", 97, ContentHash.of(new byte[] {1}));
    Checkpoint checkpoint =
        new Checkpoint(
            receipt.origin(),
            98,
            ContentHash.of(new byte[] {2}),
            "frostbyte/00ff/northwind\n98\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                + "\u2014 frostbyte/00ff Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5\n");
    return new ReportSignature(report.digest(), TIME.plusSeconds(60), receipt, checkpoint);
  }

  static FileReport stored(String name) {
    return FileMaker.named(name).make();
  }

  static FileReport refused(String name, String outcome, ProblemCode code) {
    Problem problem = Problem.of(code, "What happened to it.");
    return FileMaker.named(name).ended(outcome, problem).make();
  }

  static FileReport erased(String outcome) {
    return FileMaker.named("(erased)").erased(outcome).make();
  }

  static FileReport with(
      String name, List<DroppedContent> dropped, Map<String, Integer> found, boolean complete) {
    return FileMaker.named(name).lost(dropped).found(found).complete(complete).make();
  }

  /** The same file, read in these attempts. */
  static FileReport read(FileReport file, List<Attempt> attempts) {
    return new FileMaker(file).attempts(attempts).make();
  }

  /** The same file with what was done with personal data. */
  static FileReport treated(FileReport file, Map<String, Treatment> personal) {
    return new FileMaker(file).treated(personal).make();
  }

  /** A batch in which everything happens that a report can tell of. */
  static BatchReport everything() {
    ManifestFacts manifest =
        new ManifestFacts(
            UntrustedText.of("manifest-2026-11.json"),
            ContentHash.of(new byte[] {3}),
            UntrustedText.of("Contoso <b>Suppliers</b> GmbH"),
            UntrustedText.of("dana@contoso.example"));
    List<FileReport> plain = EveryOutcome.files();
    BatchReport report = of(manifest, plain, true, plain.size());
    List<FileReport> files = new ArrayList<>(report.files());
    files.add(EveryOutcome.mail());
    return new BatchReport(
        report.batch(),
        report.tenant(),
        manifest,
        TIME,
        true,
        files.size(),
        files,
        EveryOutcome.attachments(files.getLast()));
  }

  static Completeness share(long of, long expected) {
    return new Completeness(expected, of, 3, 3);
  }
}
