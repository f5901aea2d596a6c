package dev.frostbyte.core.report;

/**
 * The head of the report: what was handed in, what became of it, and whether the counts add up.
 * Stateless.
 */
final class HtmlSummary {
  private HtmlSummary() {}

  static void write(BatchReport report, HtmlPage page) {
    facts(report, page);
    page.paragraph("lead", verdict(report));
    counts(report.summary(), page);
    reconcile(report, page);
  }

  private static void facts(BatchReport report, HtmlPage page) {
    page.terms();
    page.term("Batch", report.batch().value());
    page.term("Tenant", report.tenant().value());
    page.term("Handed in", Plain.time(report.receivedAt()));
    page.term(
        "State",
        report.complete()
            ? "complete: every file has its outcome"
            : "not complete: some files have no outcome yet");
    page.endTerms();
  }

  private static String verdict(BatchReport report) {
    long open = report.files().stream().filter(file -> !Outcomes.done(file)).count();
    String handedIn =
        Plain.count(report.summary().submitted(), "file was", "files were") + " handed in. ";
    if (open > 0) {
      return handedIn
          + Plain.count(open, "file needs", "files need")
          + " attention; see below what to do.";
    }
    return handedIn
        + (report.complete() ? "Nothing is left to do." : "No file needs attention so far.");
  }

  private static void counts(BatchReport.Summary summary, HtmlPage page) {
    page.table("Files by outcome", "Outcome", "#Files", "Meaning");
    for (String outcome : Outcomes.WORDS) {
      page.row().badge(outcome).number(Integer.toString(Outcomes.count(summary, outcome)));
      page.cell(Outcomes.meaning(outcome)).endRow();
    }
    page.row("total").cell("all outcomes").number(Integer.toString(Outcomes.sum(summary)));
    page.cell("The stored files make " + Plain.count(summary.chunks(), "passage", "passages") + ".")
        .endRow();
    page.endTable();
  }

  private static void reconcile(BatchReport report, HtmlPage page) {
    int submitted = report.summary().submitted();
    int sum = Outcomes.sum(report.summary());
    String counted = submitted + " handed in, " + sum + " with an outcome";
    if (sum == submitted && listed(report)) {
      page.paragraph(
          "good",
          "The counts agree: "
              + counted
              + ", "
              + report.files().size()
              + " listed below. No file is missing.");
    } else if (!report.complete() && sum < submitted) {
      page.paragraph(
          "wait",
          "The batch is not complete: "
              + counted
              + ". Hand the batch in again to process the rest.");
    } else {
      page.paragraph(
          "bad",
          "The counts do not agree: "
              + counted
              + ", "
              + report.files().size()
              + " listed below. Do not accept this report; send it to support.");
    }
  }

  private static boolean listed(BatchReport report) {
    return Outcomes.WORDS.stream()
        .allMatch(
            word ->
                report.files().stream().filter(file -> file.outcome().equals(word)).count()
                    == Outcomes.count(report.summary(), word));
  }
}
