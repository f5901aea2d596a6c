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
    attachments(report, sheet);
    erased(report.all(), sheet);
    readings(report.files(), summary, sheet);
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
    long waiting = report.all().stream().filter(file -> !Outcomes.done(file)).count();
    String handedIn =
        Plain.count(report.submitted(), "file was", "files were")
            + " handed in"
            + (report.attachments().isEmpty() ? ". " : inside(report.attachments().size()));
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
      boolean marked = !Outcomes.fine(outcome);
      bars.add(new Block.Bar(new Cell.Text(outcome), count, Integer.toString(count), marked));
    }
    sheet.chart("Files by outcome", 0, bars);
  }

  /** Each number is that of the files listed with this word; together they are all handed in. */
  private static void counts(Summary summary, Sheet sheet) {
    sheet.table("Files by outcome", "Outcome", "#Files", "Meaning");
    for (String outcome : Outcomes.WORDS) {
      sheet.row().badge(outcome).number(Outcomes.count(summary, outcome));
      sheet.cell(Outcomes.meaning(outcome)).endRow();
    }
    if (summary.open() > 0) {
      sheet.row().cell("no outcome yet").number(summary.open());
      sheet.cell("The batch stopped before these files; they are not listed below.").endRow();
    }
    sheet.totalRow().cell("all files handed in").number(summary.submitted());
    sheet
        .cell("The stored files make " + Plain.count(summary.chunks(), "passage", "passages") + ".")
        .endRow();
    sheet.endTable();
  }

  private static String inside(int attachments) {
    return "; "
        + Plain.count(attachments, "file lay", "files lay")
        + " in them and came in as documents of their own. ";
  }

  /** Counted apart, so that the files handed in can be compared with what was sent. */
  private static void attachments(BatchReport report, Sheet sheet) {
    if (report.attachments().isEmpty()) {
      return;
    }
    Summary inside = report.attached();
    sheet.table("Attachments by outcome", "Outcome", "#Attachments", "Meaning");
    for (String outcome : Outcomes.WORDS) {
      if (Outcomes.count(inside, outcome) > 0) {
        sheet.row().badge(outcome).number(Outcomes.count(inside, outcome));
        sheet.cell(Outcomes.meaning(outcome)).endRow();
      }
    }
    sheet.totalRow().cell("all attachments").number(inside.submitted());
    sheet.cell("Files that lay in files handed in, such as the PDF of a mail.").endRow();
    sheet.endTable();
  }

  private static void erased(List<FileReport> files, Sheet sheet) {
    long erased = files.stream().filter(Outcomes::erased).count();
    if (erased > 0) {
      sheet.paragraph(
          "",
          Plain.count(erased, "of these files was", "of these files were")
              + " erased since and cannot be searched or opened any more; the list shows the outcome of then.");
    }
  }

  private static void readings(List<FileReport> files, Summary summary, Sheet sheet) {
    sheet.table("Files by reading", "Read", "#Files", "Meaning");
    for (ReadState state : ReadState.values()) {
      sheet.row().cell(state.word()).number(ReadState.count(files, state));
      sheet.cell(meaning(state)).endRow();
    }
    if (summary.open() > 0) {
      sheet.row().cell("no outcome yet").number(summary.open());
      sheet.cell("Not read so far.").endRow();
    }
    sheet.totalRow().cell("all files handed in").number(summary.submitted()).cell("").endRow();
    sheet.endTable();
  }

  private static String meaning(ReadState state) {
    return switch (state) {
      case READ -> "Read in this batch, and nothing is to be remarked about it.";
      case REMARKED -> "Read in this batch; see under 'Reading' what is to be remarked.";
      case NOT_READ ->
          "Not read in this batch: as before, refused, failed, kept sealed unread or erased since.";
    };
  }

  private static String reconciled(BatchReport report) {
    return report.attachments().isEmpty()
        ? ""
        : "; " + report.attachments().size() + " attachments brought, as many with an outcome";
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
            + " listed below"
            + reconciled(report)
            + ". Every file handed in or named in the manifest is listed.");
  }
}
