package dev.frostbyte.core.report;

import java.util.List;

/** For auditors: where every outcome stands in the audit log. Stateless. */
final class EvidencePart {
  private EvidencePart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    sheet.section("Evidence for auditors");
    sheet.paragraph(
        "",
        "Every outcome is an entry of a signed, append-only audit log. Keep this list: with it and an export of the"
            + " log anyone can check later that the outcome was recorded at that time and never changed.");
    files.stream()
        .map(file -> file.evidence().receipt().origin())
        .distinct()
        .forEach(origin -> log(origin, sheet));
    sheet.table(
        "Entries of the audit log",
        "File",
        "#Entry",
        "Time",
        "File, SHA-256",
        "Entry, leaf hash",
        "Document");
    files.forEach(file -> row(file, sheet));
    sheet.endTable();
  }

  private static void log(String origin, Sheet sheet) {
    sheet.paragraph("", "Name of the log: " + origin);
  }

  private static void row(FileReport file, Sheet sheet) {
    BatchReport.Evidence evidence = file.evidence();
    sheet.row().name(file.fileName()).number(evidence.receipt().index());
    sheet.time(evidence.time()).hash(source(file));
    sheet.hash(evidence.receipt().leafHash().hex()).hash(file.document().value()).endRow();
  }

  private static String source(FileReport file) {
    if (Outcomes.erased(file)) {
      return "erased";
    }
    if (Outcomes.brokenOff(file)) {
      return "not received whole";
    }
    return Outcomes.whole(file) ? file.source().hex() : "none";
  }
}
