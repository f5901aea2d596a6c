package dev.frostbyte.core.report;

import dev.frostbyte.core.policy.Scan;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the files were scanned for malware, by what, and what that said. Stateless. */
final class HtmlScan {
  private HtmlScan() {}

  static void write(List<FileReport> files, HtmlPage page) {
    List<Scan> scans =
        files.stream().filter(file -> !Outcomes.erased(file)).map(FileReport::scan).toList();
    page.section("Malware scan");
    for (Scan.Verdict verdict : Scan.Verdict.values()) {
      long count = scans.stream().filter(scan -> scan.verdict() == verdict).count();
      if (count > 0) {
        page.paragraph("", Plain.count(count, "file", "files") + " " + meaning(verdict));
      }
    }
    String engines =
        scans.stream()
            .map(Scan::engine)
            .filter(engine -> !engine.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    if (!engines.isEmpty()) {
      page.paragraph("", "Scanned by: " + engines);
    }
    page.endSection();
  }

  private static String meaning(Scan.Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> "scanned for malware: nothing known was found.";
      case INFECTED -> "scanned for malware: known malware was found.";
      case FAILED -> "not taken, since a malware scanner could not look at all of it.";
      case NOT_CONFIGURED -> "not scanned for malware: no scanner is set up here.";
      case NOT_REACHED -> "not scanned for malware: refused or failed before that.";
    };
  }
}
