package dev.frostbyte.core.report;

import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.core.policy.FamilyNames;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the files hold that a reader should know of: left out, cut short, found by the gates.
 * Stateless.
 */
final class HtmlContents {
  private HtmlContents() {}

  static void write(List<FileReport> files, HtmlPage page) {
    dropped(files, page);
    doubted(files, page);
    cut(files.stream().filter(file -> !file.complete() && Outcomes.done(file)).toList(), page);
    found(files, page);
  }

  private static void dropped(List<FileReport> files, HtmlPage page) {
    page.section("Left out of the text");
    if (losses(files, false) == 0) {
      page.paragraph("good", "Nothing was left out.").endSection();
      return;
    }
    page.paragraph("", "These parts are not in the text that was read. Everything else is.");
    rows("Left out of the text", files, false, page);
    page.endSection();
  }

  /** Recognised text that may be wrong; a part of the report only where there is any. */
  private static void doubted(List<FileReport> files, HtmlPage page) {
    if (losses(files, true) > 0) {
      page.section("Read with doubt");
      page.paragraph(
          "wait",
          "This text was read from pictures and is in the text, but may not say what they show.");
      rows("Read with doubt", files, true, page);
      page.endSection();
    }
  }

  private static long losses(List<FileReport> files, boolean doubted) {
    return files.stream()
        .flatMap(file -> file.dropped().stream())
        .filter(content -> Dropped.doubted(content) == doubted)
        .count();
  }

  private static void rows(String title, List<FileReport> files, boolean doubted, HtmlPage page) {
    page.table(title, "File", "What", "#Page", "#Times", "Why", "What you can do");
    for (FileReport file : files) {
      file.dropped().stream()
          .filter(content -> Dropped.doubted(content) == doubted)
          .forEach(content -> droppedRow(file, content, page));
    }
    page.endTable();
  }

  private static void droppedRow(FileReport file, DroppedContent dropped, HtmlPage page) {
    page.row().name(file.fileName()).cell(Dropped.what(dropped.kind()));
    page.number(dropped.page() == 0 ? "" : Integer.toString(dropped.page()));
    page.number(Integer.toString(dropped.count()));
    page.cell(Dropped.why(dropped.reason())).cell(Dropped.remedy(dropped.reason())).endRow();
  }

  private static void cut(List<FileReport> files, HtmlPage page) {
    if (files.isEmpty()) {
      return;
    }
    page.section("Cut short");
    page.paragraph(
        "wait",
        "These files are longer than the limits allow. Their beginning is stored and marked as incomplete"
            + " wherever it is served. Split the file and submit the parts, or ask the operator to raise the limit.");
    page.table("Cut short", "File", "#Pages read", "#Passages");
    for (FileReport file : files) {
      page.row().name(file.fileName());
      page.number(Integer.toString(file.pages())).number(Integer.toString(file.chunks())).endRow();
    }
    page.endTable().endSection();
  }

  private static void found(List<FileReport> files, HtmlPage page) {
    page.section("Found by the checks");
    if (files.stream().allMatch(file -> others(file).isEmpty())) {
      page.paragraph("good", "The checks found nothing else to report.").endSection();
      return;
    }
    page.paragraph(
        "",
        "The report says what kind of thing was found and how often. It never quotes the document.");
    page.table("Found by the checks", "File", "Outcome", "What was found", "#Times");
    for (FileReport file : files) {
      others(file).entrySet().forEach(entry -> foundRow(file, entry, page));
    }
    page.endTable().endSection();
  }

  /** What was found besides personal data, which have a part of their own. */
  private static SortedMap<String, Integer> others(FileReport file) {
    SortedMap<String, Integer> others = new TreeMap<>(file.found());
    others.keySet().removeAll(file.personal().keySet());
    return others;
  }

  private static void foundRow(FileReport file, Map.Entry<String, Integer> found, HtmlPage page) {
    page.row().name(file.fileName()).badge(file.outcome());
    page.cell(FamilyNames.meaning(found.getKey())).number(found.getValue().toString()).endRow();
  }
}
