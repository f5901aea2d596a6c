package dev.frostbyte.core.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the sheet of a batch report: the parts in the order a person reads them. Stateless. */
final class Sheets {
  private Sheets() {}

  /**
   * The sheet.
   *
   * @param signature null for a copy that is not signed
   */
  static Sheet of(BatchReport report, @Nullable ReportSignature signature) {
    Sheet sheet = new Sheet("Acceptance report: batch " + report.batch());
    List<FileReport> files = report.files();
    SummaryPart.write(report, sheet);
    TodoPart.write(report, sheet);
    SubmissionPart.write(report, sheet);
    FilesPart.write(files, sheet);
    ParsingPart.write(files, sheet);
    ReadingsPart.write(files, sheet);
    ContentsPart.write(files, sheet);
    ClassesPart.write(report, sheet);
    PersonalPart.write(report, sheet);
    IndexPart.write(report, sheet);
    ScanPart.write(files, sheet);
    EvidencePart.write(files, sheet);
    SignaturePart.write(report, signature, sheet);
    words(sheet);
    return sheet;
  }

  private static void words(Sheet sheet) {
    sheet.section("What the words mean");
    sheet.terms();
    for (String outcome : Outcomes.WORDS) {
      sheet.term(outcome, Outcomes.meaning(outcome));
    }
    sheet.term(
        "passage",
        "A piece of a stored document that a search can return, with its place in the document.");
    sheet.term("SHA-256", "A number computed from a file; it differs when one byte of it differs.");
    sheet.term(
        "operator",
        "Whoever runs this installation: limits, scanners, disks and access are theirs.");
    sheet.term("reviewer", "Whoever may decide about documents of this tenant that are kept back.");
  }
}
