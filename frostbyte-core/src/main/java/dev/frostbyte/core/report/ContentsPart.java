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
final class ContentsPart {
  private static final String AT_LEAST =
      " Every kind is listed; its number is at least the one shown.";

  private ContentsPart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    dropped(files, sheet);
    doubted(files, sheet);
    cut(files.stream().filter(file -> !file.complete() && Outcomes.done(file)).toList(), sheet);
    found(files, sheet);
  }

  private static void dropped(List<FileReport> files, Sheet sheet) {
    sheet.section("Left out of the text");
    if (files.stream().allMatch(file -> file.extract().dropped() == Dropped.count(file, true))) {
      sheet.paragraph("good", "Nothing was left out.");
      return;
    }
    sheet.paragraph("", "These parts are not in the text that was read. Everything else is.");
    rows("Left out of the text", files, false, sheet);
    files.forEach(file -> further(file, sheet));
    together(files, sheet);
  }

  /** A list that is full ends in rows without a page. */
  private static void together(List<FileReport> files, Sheet sheet) {
    long full =
        files.stream().filter(file -> file.dropped().size() > Extract.MOST_NOTED * 9 / 10).count();
    if (full > 0) {
      sheet.paragraph(
          "",
          "In "
              + Plain.count(full, "file", "files")
              + " there is more than a list has room for; what comes last is put together by its kind, without its page.");
    }
  }

  /** Nothing is left away silently: what an event had no room for is counted. */
  private static void further(FileReport file, Sheet sheet) {
    long listed = Dropped.count(file, false) + Dropped.count(file, true);
    long further = file.extract().dropped() - listed;
    if (further > 0) {
      sheet.terms();
      sheet.term("File", file.fileName());
      sheet.term("Not listed", Plain.count(further, "further part", "further parts"));
    }
  }

  /** Recognised text that may be wrong; a part of the report only where there is any. */
  private static void doubted(List<FileReport> files, Sheet sheet) {
    if (losses(files, true) > 0) {
      sheet.section("Read with doubt");
      sheet.paragraph(
          "wait",
          "This text was read from pictures and is in the text, but may not say what they show.");
      rows("Read with doubt", files, true, sheet);
    }
  }

  private static long losses(List<FileReport> files, boolean doubted) {
    return files.stream()
        .flatMap(file -> file.dropped().stream())
        .filter(content -> Dropped.doubted(content) == doubted)
        .count();
  }

  private static void rows(String title, List<FileReport> files, boolean doubted, Sheet sheet) {
    sheet.table(title, "File", "What", "#Page", "#Times", "Why", "What you can do");
    for (FileReport file : files) {
      file.dropped().stream()
          .filter(content -> Dropped.doubted(content) == doubted)
          .forEach(content -> droppedRow(file, content, sheet));
    }
    sheet.endTable();
  }

  private static void droppedRow(FileReport file, DroppedContent dropped, Sheet sheet) {
    sheet.row().name(file.fileName()).cell(Dropped.what(dropped.kind()));
    sheet.number(dropped.page() == 0 ? "" : Integer.toString(dropped.page()));
    sheet.number(dropped.count());
    sheet.cell(Dropped.why(dropped.reason())).cell(Dropped.remedy(dropped.reason())).endRow();
  }

  private static void cut(List<FileReport> files, Sheet sheet) {
    if (files.isEmpty()) {
      return;
    }
    sheet.section("Cut short");
    sheet.paragraph(
        "wait",
        "These files are longer, or hold more, than the limits allow. What was read of them is stored and marked as incomplete"
            + " wherever it is served. Split the file and submit the parts, or ask the operator to raise the limit.");
    sheet.table("Cut short", "File", "#Pages read", "#Passages");
    for (FileReport file : files) {
      sheet.row().name(file.fileName());
      sheet.number(file.pages()).number(file.chunks()).endRow();
    }
    sheet.endTable();
  }

  private static void found(List<FileReport> files, Sheet sheet) {
    sheet.section("Found by the checks");
    if (files.stream().allMatch(file -> others(file).isEmpty())) {
      sheet.paragraph("good", "The checks found nothing else to report.");
      return;
    }
    sheet.paragraph(
        "",
        "The report says what kind of thing was found and how often. It never quotes the document.");
    sheet.table("Found by the checks", "File", "Outcome", "What was found", "#Times");
    for (FileReport file : files) {
      others(file).entrySet().forEach(entry -> foundRow(file, entry, sheet));
    }
    sheet.endTable();
    unlisted(files, sheet);
  }

  private static void unlisted(List<FileReport> files, Sheet sheet) {
    long most =
        files.stream().filter(file -> file.extract().findings() > Extract.MOST_NOTED).count();
    if (most > 0) {
      String where = Plain.count(most, "file", "files");
      sheet.paragraph(
          "", "In " + where + " more was found than the audit log names one by one." + AT_LEAST);
    }
  }

  /** What was found besides personal data, which have a part of their own. */
  private static SortedMap<String, Integer> others(FileReport file) {
    SortedMap<String, Integer> others = new TreeMap<>(file.found());
    others.keySet().removeAll(file.personal().keySet());
    return others;
  }

  private static void foundRow(FileReport file, Map.Entry<String, Integer> found, Sheet sheet) {
    sheet.row().name(file.fileName()).badge(file.outcome());
    sheet.cell(FamilyNames.meaning(found.getKey())).number(found.getValue().toString()).endRow();
  }
}
