package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Problem;
import java.util.List;

/** Who has to do what: fixes of the sender first, then what waits for others. Stateless. */
final class TodoPart {
  private static final String HELD =
      "A reviewer of the tenant looks at the findings and approves or rejects the document. If nobody decides in time it"
          + " is quarantined.";
  private static final String QUARANTINED =
      "The sender corrects the file and submits it again. If it should be served as it is, one reviewer approves it and a"
          + " second person releases it; all checks run again, and both names go into the audit log. Known malware is"
          + " never released.";
  private static final String FAILED =
      "Nobody has to decide. Whoever is named above does what is said there, then the file is submitted again.";

  private TodoPart() {}

  static void write(BatchReport report, Sheet sheet) {
    List<FileReport> open = report.all().stream().filter(file -> !Outcomes.done(file)).toList();
    section(
        "Required vendor fixes",
        open.stream().filter(file -> !waits(file)).toList(),
        "No file has to be changed or sent again.",
        sheet);
    List<FileReport> waiting = open.stream().filter(TodoPart::waits).toList();
    if (!waiting.isEmpty()) {
      section("Waiting for a reviewer", waiting, "", sheet);
    }
    deciders(report.whole(), sheet);
  }

  private static void section(String title, List<FileReport> files, String none, Sheet sheet) {
    sheet.section(title);
    if (files.isEmpty()) {
      sheet.paragraph("good", none);
    } else {
      sheet.table(title, "File", "Outcome", "What happened", "What to do", "Who", "Code");
      files.forEach(file -> row(file, sheet));
      sheet.endTable();
    }
  }

  private static void row(FileReport file, Sheet sheet) {
    sheet.row().name(file.fileName()).badge(file.outcome());
    sheet.cell(file.reason().map(Problem::message).orElse("No reason was recorded."));
    sheet.cell(file.reason().map(Problem::remedy).orElse("Send this report to support."));
    sheet.cell(file.reason().map(problem -> Owner.of(problem.code()).word()).orElse("support"));
    sheet.code(file.reason().map(problem -> problem.code().name()).orElse("")).endRow();
  }

  private static void deciders(Summary summary, Sheet sheet) {
    if (summary.held() + summary.quarantined() + summary.failed() == 0) {
      return;
    }
    sheet.section("Who decides");
    sheet.terms();
    sheet.term(summary.held(), "held", HELD);
    sheet.term(summary.quarantined(), "quarantined", QUARANTINED);
    sheet.term(summary.failed(), "failed", FAILED);
  }

  private static boolean waits(FileReport file) {
    return file.outcome().equals("held");
  }
}
