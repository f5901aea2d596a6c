package dev.frostbyte.core.report;

import java.util.List;

/** Where every outcome stands in the audit log. Stateless. */
final class HtmlEvidence {
  private HtmlEvidence() {}

  static void write(List<FileReport> files, HtmlPage page) {
    page.section("Evidence");
    page.paragraph(
        "",
        "Every outcome is an entry of a signed, append-only audit log. Keep this list: with it and an export of the"
            + " log anyone can check later that the outcome was recorded at that time and never changed.");
    files.stream()
        .map(file -> file.evidence().receipt().origin())
        .distinct()
        .forEach(origin -> log(origin, page));
    page.table(
        "Entries of the audit log",
        "File",
        "#Entry",
        "Time",
        "File, SHA-256",
        "Entry, leaf hash",
        "Document");
    files.forEach(file -> row(file, page));
    page.endTable().endSection();
  }

  private static void log(String origin, HtmlPage page) {
    page.paragraph("", "Name of the log: " + origin);
  }

  private static void row(FileReport file, HtmlPage page) {
    BatchReport.Evidence evidence = file.evidence();
    page.row().name(file.fileName()).number(Long.toString(evidence.receipt().index()));
    page.time(evidence.time()).hash(Outcomes.erased(file) ? "erased" : file.source().hex());
    page.hash(evidence.receipt().leafHash().hex()).hash(file.document().value()).endRow();
  }
}
