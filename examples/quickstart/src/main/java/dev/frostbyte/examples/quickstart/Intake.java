package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.ReportFormat;
import dev.frostbyte.core.report.SignedReport;
import dev.frostbyte.core.report.Summary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hands a folder in and tells what became of every file. One thread. */
final class Intake {
  private final Folders folders;
  private final Narration narration;

  Intake(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
  }

  Taken take(TenantSession session, String folder, String reportName) throws IOException {
    Batch batch = Batch.ofFolder(folders.documents().resolve(folder));
    List<DocumentOutcome> outcomes = new ArrayList<>();
    try (IngestRun run = session.ingest(batch, ProgressListener.NONE)) {
      for (Optional<DocumentOutcome> next = run.next(); next.isPresent(); next = run.next()) {
        outcomes.add(next.get());
        tell(outcomes.size(), batch.files().size(), next.get());
      }
    }
    Path report = folders.target().resolve(reportName);
    SignedReport signed = session.signReport(batch.id(), ReportFormat.HTML);
    Files.write(report, signed.bytes());
    BatchReport made = signed.report();
    narration.promise(
        outcomes.size() == batch.files().size(),
        "every file has exactly one outcome with a receipt");
    narration.promise(adds(made), "the acceptance report counts the same: nothing is lost");
    return new Taken(outcomes, report.toUri(), narration);
  }

  private static boolean adds(BatchReport report) {
    Summary s = report.summary();
    int sum = s.stored() + s.unchanged() + s.held() + s.quarantined() + s.rejected() + s.failed();
    return report.complete() && sum == s.submitted() && report.files().size() == sum;
  }

  private void tell(int number, int total, DocumentOutcome outcome) {
    String what =
        problem(outcome).map(problem -> problem.code().name()).orElseGet(() -> passages(outcome));
    narration.line(
        String.format(
            Locale.ROOT,
            "  [%2d/%d] %-11s  %-42s %s",
            number,
            total,
            outcome.word(),
            outcome.fileName().value(),
            what));
  }

  private static String passages(DocumentOutcome outcome) {
    return outcome instanceof DocumentOutcome.Stored stored ? stored.chunks() + " passages" : "";
  }

  private static Optional<Problem> problem(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Stored stored -> Optional.empty();
      case DocumentOutcome.Unchanged unchanged -> Optional.empty();
      case DocumentOutcome.Held held -> Optional.of(held.problem());
      case DocumentOutcome.Quarantined quarantined -> Optional.of(quarantined.problem());
      case DocumentOutcome.Rejected rejected -> Optional.of(rejected.problem());
      case DocumentOutcome.Failed failed -> Optional.of(failed.problem());
    };
  }

  /**
   * What became of a folder.
   *
   * @param report the acceptance report
   */
  record Taken(List<DocumentOutcome> outcomes, URI report, Narration narration) {
    /** Promises how a file ends. */
    void expect(String fileName, String outcome) {
      narration.promise(of(fileName).word().equals(outcome), fileName + " is " + outcome);
    }

    /** Promises that all files but those named are stored. */
    void expectStoredBut(int others) {
      long stored = outcomes.stream().filter(DocumentOutcome.Stored.class::isInstance).count();
      narration.promise(
          stored == outcomes.size() - others,
          stored + " of " + outcomes.size() + " files are stored");
    }

    DocumentId document(String fileName) {
      return of(fileName).document();
    }

    private DocumentOutcome of(String fileName) {
      return outcomes.stream()
          .filter(o -> o.fileName().value().equals(fileName))
          .findFirst()
          .orElseThrow();
    }
  }
}
