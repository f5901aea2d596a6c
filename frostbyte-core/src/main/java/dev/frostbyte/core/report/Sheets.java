package dev.frostbyte.core.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills the sheet of a batch report: the parts in the order a person reads them, those for auditors
 * last. Stateless.
 */
final class Sheets {
  private Sheets() {}

  /**
   * The sheet.
   *
   * @param signature null for a copy that is not signed
   */
  static Sheet of(BatchReport report, @Nullable ReportSignature signature) {
    Sheet sheet = new Sheet("Acceptance report: batch " + report.batch());
    List<FileReport> files = report.all();
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
    SignaturePart.write(report, signature, sheet);
    words(sheet);
    EvidencePart.write(files, sheet);
    if (signature != null) {
      SignaturePart.details(signature, sheet);
    }
    return sheet;
  }

  private static void words(Sheet sheet) {
    sheet.section("What the words mean");
    sheet.terms();
    for (String outcome : Outcomes.WORDS) {
      sheet.term(outcome, Outcomes.meaning(outcome));
    }
    people(sheet);
    things(sheet);
  }

  private static void people(Sheet sheet) {
    sheet.term("tenant", "Whose documents these are; those of different tenants are kept apart.");
    sheet.term(
        "operator",
        "Whoever runs this installation: limits, scanners, disks and access are theirs.");
    sheet.term("reviewer", "Whoever may decide about documents of this tenant that are kept back.");
  }

  private static void things(Sheet sheet) {
    sheet.term("manifest", "The sender's list of the files of a batch.");
    sheet.term(
        "passage",
        "A piece of a stored document that a search can return, with its place in the document.");
    sheet.term(
        "text layer",
        "The words of a scanned page as letters behind its picture, so that they can be marked and copied.");
    sheet.term(
        "audit log", "The record of all that was done; nothing in it can be changed unnoticed.");
    sheet.term(
        "fingerprint (SHA-256)",
        "A number computed from a file; it is another one when a single letter of the file is changed.");
  }
}
