package dev.frostbyte.core.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be searched now, and what made it so. Stateless. */
final class IndexPart {
  private IndexPart() {}

  static void write(BatchReport report, Sheet sheet) {
    Summary summary = report.whole();
    List<FileReport> stored =
        report.all().stream()
            .filter(file -> Outcomes.stored(file) && !Outcomes.erased(file))
            .toList();
    sheet.section("Made searchable");
    if (stored.isEmpty()) {
      sheet.paragraph("", "This batch made no file searchable, or none that was not erased since.");
      return;
    }
    sheet.terms();
    sheet.term("Passages made", Integer.toString(summary.chunksProduced()));
    sheet.term("Passages that can be searched", Integer.toString(summary.chunks()));
    sheet.term("Passages kept back", Integer.toString(summary.chunksQuarantined()));
    models(stored)
        .forEach((model, files) -> sheet.term("Search by meaning uses", named(model, files)));
    sheet.paragraph(
        "",
        "A file is called stored only once it is kept and all its passages that are not kept back can be found by a search.");
  }

  private static String named(String model, int files) {
    return model + ", for " + Plain.count(files, "file", "files");
  }

  private static SortedMap<String, Integer> models(List<FileReport> stored) {
    SortedMap<String, Integer> models = new TreeMap<>();
    for (FileReport file : stored) {
      FileReport.Handling handling = file.handling();
      String model = handling.model() + " (" + handling.dimensions() + " numbers for each passage)";
      models.merge(model, 1, Integer::sum);
    }
    return models;
  }
}
