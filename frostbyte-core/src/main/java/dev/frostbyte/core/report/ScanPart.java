package dev.frostbyte.core.report;

import dev.frostbyte.core.policy.Scan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the files were scanned for malware, by what, and what that said; and how well whatever
 * opened them was locked in. Stateless.
 */
final class ScanPart {
  private ScanPart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    List<Scan> scans =
        files.stream().filter(file -> !Outcomes.erased(file)).map(FileReport::scan).toList();
    sheet.section("Malware scan");
    for (Scan.Verdict verdict : Scan.Verdict.values()) {
      long count = scans.stream().filter(scan -> scan.verdict() == verdict).count();
      if (count > 0) {
        sheet.paragraph("", Plain.count(count, "file", "files") + " " + meaning(verdict));
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
      sheet.paragraph("", "Scanned by: " + engines);
    }
    containment(files, sheet);
  }

  private static void containment(List<FileReport> files, Sheet sheet) {
    SortedMap<String, Integer> levels = new TreeMap<>();
    files.stream()
        .map(file -> file.handling().sandbox())
        .filter(level -> !level.isEmpty())
        .forEach(level -> levels.merge(level, 1, Integer::sum));
    sheet.section("How files were opened");
    if (levels.isEmpty()) {
      sheet.paragraph("", "No file of this batch was opened to be read.");
      return;
    }
    sheet.table("How files were opened", "Level in force", "#Files", "Meaning");
    levels.forEach(
        (level, count) -> sheet.row().code(level).count(count).cell(locked(level)).endRow());
    sheet.endTable();
  }

  private static String locked(String level) {
    if (level.equals("in-process")) {
      return "Inside the program; plain text only, unless the operator chose otherwise.";
    }
    if (level.equals("elsewhere")) {
      return "On another machine, with the tenant's consent.";
    }
    return "In a process of its own, which is ended when it takes too long or too much memory"
        + (level.contains("seccomp") || level.contains("bubblewrap")
            ? ", and which can reach no network and start no program."
            : ".");
  }

  private static String meaning(Scan.Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> "scanned for malware: nothing known was found.";
      case INFECTED -> "scanned for malware: known malware was found.";
      case FAILED -> "not kept, since a malware scanner could not look at all of it.";
      case NOT_CONFIGURED -> "not scanned for malware: no scanner is set up here.";
      case NOT_REACHED -> "not scanned for malware: refused or failed before that.";
    };
  }
}
