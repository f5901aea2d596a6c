package dev.frostbyte.core.report;

import java.util.List;

/** Every file of the batch: the intake. Stateless. */
final class FilesPart {
  private FilesPart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    sheet.section("All files");
    sheet.table("Files", "File", "Outcome", "Type", "#Size", "#Pages", "#Passages", "Read", "Id");
    files.forEach(file -> row(file, sheet));
    sheet.endTable();
  }

  private static void row(FileReport file, Sheet sheet) {
    sheet.row().name(file.fileName()).badge(file.outcome());
    sheet.cell(Plain.type(file.type()));
    sheet.number(Outcomes.erased(file) ? "" : Plain.size(file.size()));
    sheet.count(file.pages()).count(file.chunks());
    sheet.cell(ReadState.of(file).word()).hash(file.fileId()).endRow();
  }
}
