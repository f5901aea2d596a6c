package dev.frostbyte.core.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be searched now, and what made it so. Stateless. */
final class IndexPart {
  private IndexPart() {}

  static void write(BatchReport report, Sheet sheet) {
    Summary summary = report.summary();
    List<FileReport> stored =
        report.files().stream().filter(file -> file.outcome().equals("stored")).toList();
    sheet.section("Made searchable");
    if (stored.isEmpty()) {
      sheet.paragraph("", "No file of this batch was made searchable anew.");
      return;
    }
    sheet.terms();
    sheet.term("Passages made", Integer.toString(summary.chunksProduced()));
    sheet.term("Passages that can be searched", Integer.toString(summary.chunks()));
    sheet.term("Passages kept back", Integer.toString(summary.chunksQuarantined()));
    models(stored).forEach((model, files) -> sheet.term("Model of meaning", named(model, files)));
    sheet.paragraph(
        "",
        "A file is called stored only once its rows are in the database and its passages are in the search index.");
  }

  private static String named(String model, int files) {
    return model + ", for " + Plain.count(files, "file", "files");
  }

  private static SortedMap<String, Integer> models(List<FileReport> stored) {
    SortedMap<String, Integer> models = new TreeMap<>();
    for (FileReport file : stored) {
      FileReport.Handling handling = file.handling();
      String model =
          handling.model().isEmpty()
              ? "not in use any more"
              : handling.model() + " (" + handling.dimensions() + " dimensions)";
      models.merge(model, 1, Integer::sum);
    }
    return models;
  }
}
