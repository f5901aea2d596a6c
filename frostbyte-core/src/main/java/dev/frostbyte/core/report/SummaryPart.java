package dev.frostbyte.core.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The head of the report: what was handed in, what became of it, and that the counts add up.
 * Stateless.
 */
final class SummaryPart {
  private SummaryPart() {}

  static void write(BatchReport report, Sheet sheet) {
    Summary summary = report.summary();
    facts(report, sheet);
    sheet.paragraph("lead", verdict(report));
    chart(summary, sheet);
    counts(summary, sheet);
    reconcile(report, summary, sheet);
  }

  private static void facts(BatchReport report, Sheet sheet) {
    sheet.terms();
    sheet.term("Batch", report.batch().value());
    sheet.term("Tenant", report.tenant().value());
    sheet.term("Handed in", Plain.time(report.receivedAt()));
    sheet.term(
        "State",
        report.complete()
            ? "complete: every file has its outcome"
            : "not complete: some files have no outcome yet");
  }

  private static String verdict(BatchReport report) {
    long waiting = report.files().stream().filter(file -> !Outcomes.done(file)).count();
    String handedIn = Plain.count(report.submitted(), "file was", "files were") + " handed in. ";
    if (waiting > 0) {
      return handedIn
          + Plain.count(waiting, "file needs", "files need")
          + " attention; see below what to do.";
    }
    return handedIn
        + (report.complete() ? "Nothing is left to do." : "No file needs attention so far.");
  }

  private static void chart(Summary summary, Sheet sheet) {
    List<Block.Bar> bars = new ArrayList<>();
    for (String outcome : Outcomes.WORDS) {
      int count = Outcomes.count(summary, outcome);
      boolean marked = !outcome.equals("stored") && !outcome.equals("unchanged");
      bars.add(new Block.Bar(new Cell.Text(outcome), count, Integer.toString(count), marked));
    }
    sheet.chart("Files by outcome", 0, bars);
  }

  private static void counts(Summary summary, Sheet sheet) {
    sheet.table("Files by outcome", "Outcome", "#Files", "Meaning");
    for (String outcome : Outcomes.WORDS) {
      sheet.row().badge(outcome).number(Integer.toString(Outcomes.count(summary, outcome)));
      sheet.cell(Outcomes.meaning(outcome)).endRow();
    }
    sheet.totalRow().cell("all outcomes").number(Integer.toString(Outcomes.sum(summary)));
    sheet
        .cell("The stored files make " + Plain.count(summary.chunks(), "passage", "passages") + ".")
        .endRow();
    sheet.endTable();
  }

  /** A report whose counts disagree cannot be made, so one that exists can say that they agree. */
  private static void reconcile(BatchReport report, Summary summary, Sheet sheet) {
    String counted =
        report.submitted() + " handed in, " + Outcomes.sum(summary) + " with an outcome";
    if (summary.open() > 0) {
      sheet.paragraph(
          "wait",
          "The batch is not complete: "
              + counted
              + ". Hand the batch in again to process the rest.");
      return;
    }
    sheet.paragraph(
        "good",
        "The counts agree: "
            + counted
            + ", "
            + report.files().size()
            + " listed below. No file is missing.");
  }
}
