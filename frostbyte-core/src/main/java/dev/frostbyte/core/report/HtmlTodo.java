package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Problem;
import java.util.List;

/** Who has to do what: fixes of the sender first, then what waits for others. Stateless. */
final class HtmlTodo {
  private HtmlTodo() {}

  static void write(BatchReport report, HtmlPage page) {
    List<FileReport> open = report.files().stream().filter(file -> !Outcomes.done(file)).toList();
    section(
        "Required vendor fixes",
        open.stream().filter(file -> !waits(file)).toList(),
        "No file has to be changed or sent again.",
        page);
    List<FileReport> waiting = open.stream().filter(HtmlTodo::waits).toList();
    if (!waiting.isEmpty()) {
      section("Waiting for a reviewer", waiting, "", page);
    }
  }

  private static void section(String title, List<FileReport> files, String none, HtmlPage page) {
    page.section(title);
    if (files.isEmpty()) {
      page.paragraph("good", none);
    } else {
      page.table(title, "File", "Outcome", "What happened", "What to do", "Code");
      files.forEach(file -> row(file, page));
      page.endTable();
    }
    page.endSection();
  }

  private static void row(FileReport file, HtmlPage page) {
    page.row().name(file.fileName()).badge(file.outcome());
    page.cell(file.reason().map(Problem::message).orElse("No reason was recorded."));
    page.cell(file.reason().map(Problem::remedy).orElse("Send this report to support."));
    page.code(file.reason().map(problem -> problem.code().name()).orElse("")).endRow();
  }

  private static boolean waits(FileReport file) {
    return file.outcome().equals("held");
  }
}
