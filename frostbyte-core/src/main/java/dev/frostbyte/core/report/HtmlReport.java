package dev.frostbyte.core.report;

import java.util.List;

/**
 * Renders a batch report as one HTML page: the parts in the order a person reads them. Stateless.
 */
final class HtmlReport {
  private HtmlReport() {}

  static String render(BatchReport report) {
    HtmlPage page = new HtmlPage("Acceptance report: batch " + report.batch());
    HtmlSummary.write(report, page);
    HtmlTodo.write(report, page);
    files(report.files(), page);
    HtmlPersonal.write(report, page);
    HtmlReadings.write(report.files(), page);
    HtmlContents.write(report.files(), page);
    HtmlScan.write(report.files(), page);
    HtmlEvidence.write(report.files(), page);
    legend(page);
    return page.end();
  }

  private static void files(List<FileReport> files, HtmlPage page) {
    page.section("All files");
    page.table("Files", "File", "Outcome", "Type", "#Size", "#Pages", "#Passages");
    files.forEach(file -> row(file, page));
    page.endTable().endSection();
  }

  private static void row(FileReport file, HtmlPage page) {
    page.row().name(file.fileName()).badge(file.outcome());
    page.cell(Plain.type(file.type())).number(Outcomes.erased(file) ? "" : Plain.size(file.size()));
    page.number(file.pages() == 0 ? "" : Integer.toString(file.pages()));
    page.number(file.chunks() == 0 ? "" : Integer.toString(file.chunks())).endRow();
  }

  private static void legend(HtmlPage page) {
    page.section("What the words mean");
    page.terms();
    for (String outcome : Outcomes.WORDS) {
      page.term(outcome, Outcomes.meaning(outcome));
    }
    page.term(
        "passage",
        "A piece of a stored document that a search can return, with its place in the document.");
    page.endTerms().endSection();
  }
}
