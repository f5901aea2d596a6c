package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was handed in, by whom, and whether it is what the manifest says; then the counts in the
 * words of the intake. Stateless.
 */
final class SubmissionPart {
  private static final Set<ProblemCode> NOT_COMPARED =
      Set.of(
          ProblemCode.FILE_MISSING,
          ProblemCode.FILE_UNREADABLE,
          ProblemCode.FILE_EMPTY,
          ProblemCode.SIZE_EXCEEDED);

  private SubmissionPart() {}

  static void write(BatchReport report, Sheet sheet) {
    sheet.section("Submission");
    sheet.terms();
    report.manifestFacts().ifPresent(facts -> manifest(report, facts, sheet));
    if (report.manifestFacts().isEmpty()) {
      sheet.term("Manifest", "none: there was no list to compare the files with");
    }
    counts(report.summary(), sheet);
  }

  private static void manifest(BatchReport report, ManifestFacts facts, Sheet sheet) {
    sheet.term("Vendor", named(facts.vendor()));
    sheet.term("Handed in by", named(facts.submitter()));
    sheet.term("Manifest", facts.name());
    sheet.term("Manifest, SHA-256", facts.sha256().hex());
    sheet.term("Files in the manifest", Integer.toString(report.submitted()));
    sheet.term(
        "Files that arrived", Long.toString(report.submitted() - Checksums.of(report).missing()));
    sheet.term("Checksums", Checksums.of(report).words());
  }

  private static UntrustedText named(UntrustedText name) {
    return name.isBlank() ? UntrustedText.of("not named in the manifest") : name;
  }

  private static void counts(Summary summary, Sheet sheet) {
    sheet.table("Counts of the intake", "Count", "#Number", "How it is made up");
    row(sheet, "files handed in", summary.submitted(), "accepted, rejected, quarantined and open");
    row(sheet, "accepted", summary.accepted(), "stored, unchanged, held and failed");
    row(sheet, "rejected", summary.rejected(), "not taken");
    row(sheet, "quarantined", summary.quarantined(), "kept sealed because of what is in them");
    row(sheet, "open", summary.open(), "no outcome yet");
    row(sheet, "read without a remark", summary.parsed(), "of the accepted");
    row(
        sheet,
        "read with a remark",
        summary.parsedWithWarnings(),
        "of the accepted; see 'Reading'");
    row(sheet, "not readable", summary.notParsed(), "of the accepted");
    sheet.endTable();
  }

  private static void row(Sheet sheet, String name, int number, String meaning) {
    sheet.row().cell(name).number(Integer.toString(number)).cell(meaning).endRow();
  }

  /**
   * How the files compare with the manifest.
   *
   * @param equal files whose bytes are those of the manifest
   * @param different files whose bytes are others
   * @param missing files that never came
   * @param uncompared files that were refused before, and erased ones
   */
  record Checksums(int equal, int different, int missing, int uncompared) {
    static Checksums of(BatchReport report) {
      List<FileReport> files = report.files();
      int different = count(files, ProblemCode.CHECKSUM_MISMATCH);
      int missing = count(files, ProblemCode.FILE_MISSING);
      int early = (int) files.stream().filter(Checksums::early).count();
      int uncompared = report.summary().open() + early - missing;
      return new Checksums(
          report.submitted() - different - missing - uncompared, different, missing, uncompared);
    }

    /** {@code PASS}, {@code FAIL}, or {@code INCOMPLETE} when some could not be compared. */
    String verdict() {
      if (different + missing > 0) {
        return "FAIL";
      }
      return uncompared > 0 ? "INCOMPLETE" : "PASS";
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "%s: %d as the manifest says, %d different, %d missing, %d not compared",
          verdict(),
          equal,
          different,
          missing,
          uncompared);
    }

    private static boolean early(FileReport file) {
      return Outcomes.erased(file)
          || file.reason().filter(problem -> NOT_COMPARED.contains(problem.code())).isPresent();
    }

    private static int count(List<FileReport> files, ProblemCode code) {
      return (int)
          files.stream()
              .filter(file -> file.reason().filter(why -> why.code() == code).isPresent())
              .count();
    }
  }
}
