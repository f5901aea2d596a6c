package dev.frostbyte.core.report;

import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/** What was handed in, by whom, and whether it is what the manifest says. Stateless. */
final class SubmissionPart {
  private SubmissionPart() {}

  static void write(BatchReport report, Sheet sheet) {
    sheet.section("Submission");
    sheet.terms();
    report.manifestFacts().ifPresent(facts -> manifest(report, facts, sheet));
    if (report.manifestFacts().isEmpty()) {
      sheet.term("Manifest", "none: there was no list to compare the files with");
      sheet.term("Files handed in", Integer.toString(report.submitted()));
    }
  }

  private static void manifest(BatchReport report, ManifestFacts facts, Sheet sheet) {
    Checksums sums = Checksums.of(report);
    sheet.term("Vendor", named(facts.vendor()));
    sheet.term("Handed in by", named(facts.submitter()));
    sheet.term("Manifest", facts.name());
    sheet.term("Fingerprint of the manifest (SHA-256)", facts.sha256().hex());
    sheet.term("Files in the manifest", Integer.toString(report.submitted()));
    sheet.term("Files that arrived", arrived(report.files()));
    sheet.term("Files compared with it", sums.words());
  }

  /** How many files came, and how many of them not to their end. */
  private static String arrived(List<FileReport> files) {
    long came = files.stream().filter(Outcomes::arrived).count();
    long brokenOff = files.stream().filter(Outcomes::brokenOff).count();
    return brokenOff == 0 ? Long.toString(came) : came + ", of which " + brokenOff + " not whole";
  }

  private static UntrustedText named(UntrustedText name) {
    return name.isBlank() ? UntrustedText.of("not named in the manifest") : name;
  }
}
