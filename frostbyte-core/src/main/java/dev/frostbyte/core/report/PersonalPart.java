package dev.frostbyte.core.report;

import dev.frostbyte.core.policy.FamilyNames;
import dev.frostbyte.core.policy.Treatment;
import java.util.Map;
import java.util.SortedMap;

/**
 * Which personal data were found and what was done with them, in all and file by file. Stateless.
 */
final class PersonalPart {
  private static final String LABEL = "personal data: ";

  private PersonalPart() {}

  static void write(BatchReport report, Sheet sheet) {
    sheet.section("Personal data");
    SortedMap<String, Treatment> all = report.personal();
    if (all.isEmpty()) {
      sheet.paragraph("good", "The checks found no personal data.");
      return;
    }
    sheet.paragraph("", lead(report, all));
    totals(all, sheet);
    legend(total(all), sheet);
    sheet.table("Personal data by file", "File", "Outcome", "Kind", "#Found", "What was done");
    for (FileReport file : report.all()) {
      file.personal().entrySet().forEach(entry -> fileRow(file, entry, sheet));
    }
    sheet.endTable();
  }

  private static String lead(BatchReport report, SortedMap<String, Treatment> all) {
    long files = report.all().stream().filter(file -> !file.personal().isEmpty()).count();
    return "Personal data were found in "
        + Plain.count(total(all).places(), "place", "places")
        + " of "
        + Plain.count(files, "file", "files")
        + ". This is what was done with them. The report never quotes them.";
  }

  private static Treatment total(SortedMap<String, Treatment> all) {
    return all.values().stream().reduce(Treatment.NONE, Treatment::plus);
  }

  private static void totals(SortedMap<String, Treatment> all, Sheet sheet) {
    sheet.table(
        "Personal data in all files",
        "Kind",
        "#Found",
        "#Redacted",
        "#Flagged",
        "#Blocked",
        "#Not served",
        "#In file names");
    all.forEach((type, done) -> numbers(sheet.row().cell(kind(type)), done));
    numbers(sheet.totalRow().cell("all kinds"), total(all));
    sheet.endTable();
  }

  private static void numbers(Sheet row, Treatment done) {
    row.number(done.places());
    row.number(done.redacted()).number(done.flagged());
    row.number(done.blocked()).number(done.withheld());
    row.number(done.named()).endRow();
  }

  /** Explains the words that stand for something in this report. */
  private static void legend(Treatment done, Sheet sheet) {
    sheet.terms();
    sheet.term(
        done.redacted(),
        "redacted",
        "Replaced by a mark such as [REDACTED:EMAIL] before anything could be searched. Only the sealed original holds it.");
    sheet.term(
        done.flagged(),
        "flagged",
        "Left in the text as the tenant's policy says, and every passage that holds it is labelled.");
    sheet.term(
        done.blocked(),
        "blocked",
        "The tenant's policy forbids this kind: the whole file is kept sealed and is not searchable.");
    sheet.term(
        done.withheld(),
        "not served",
        "It stands where nobody can search or read it: in hidden text, in a passage that was kept back, or in a file that is kept sealed for another reason."
            + keptBack(done));
    sheet.term(
        done.named(),
        "in file names",
        "File names are kept as they were handed in. If a name must not show it, rename the file, submit it again and have the first copy erased.");
  }

  private static String keptBack(Treatment done) {
    return done.keptBack() == 0
        ? ""
        : " In passages kept back while the rest of the file can be searched: "
            + Plain.count(done.keptBack(), "place", "places")
            + ".";
  }

  private static void fileRow(FileReport file, Map.Entry<String, Treatment> entry, Sheet sheet) {
    sheet.row().name(file.fileName()).badge(file.outcome()).cell(kind(entry.getKey()));
    sheet.number(entry.getValue().places());
    sheet.cell(done(entry.getValue())).endRow();
  }

  private static String done(Treatment done) {
    StringBuilder out = new StringBuilder();
    add(out, done.redacted(), "redacted");
    add(out, done.flagged(), "flagged");
    add(out, done.blocked(), "blocked");
    add(out, done.withheld(), "not served");
    if (done.keptBack() > 0) {
      out.append(" (").append(done.keptBack()).append(" in passages kept back)");
    }
    add(out, done.named(), "in the file name");
    return out.toString();
  }

  private static void add(StringBuilder out, int places, String word) {
    if (places > 0) {
      out.append(out.isEmpty() ? "" : ", ").append(places).append(' ').append(word);
    }
  }

  private static String kind(String type) {
    String meaning = FamilyNames.meaning(type);
    return meaning.startsWith(LABEL) ? meaning.substring(LABEL.length()) : meaning;
  }
}
