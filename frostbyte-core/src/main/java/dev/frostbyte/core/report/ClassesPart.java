package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Classification;
import java.util.ArrayList;
import java.util.List;

/** What kinds of documents were found, and how surely. Stateless. */
final class ClassesPart {
  private ClassesPart() {}

  static void write(BatchReport report, Sheet sheet) {
    List<FileReport> read = report.all().stream().filter(file -> file.extract().read()).toList();
    sheet.section("Kinds of documents");
    if (read.isEmpty()) {
      sheet.paragraph("", "No file was read, so none has a kind.");
      return;
    }
    List<Block.Bar> bars = new ArrayList<>();
    report
        .whole()
        .classes()
        .forEach(
            (word, count) ->
                bars.add(
                    new Block.Bar(
                        new Cell.Text(kind(word)), count, Integer.toString(count), false)));
    sheet.chart("Files by kind of document", 0, bars);
    sheet.table(
        "Kinds of documents", "File", "Kind", "#Sure", "Decided by", "#Addresses a machine");
    read.forEach(file -> row(file, sheet));
    sheet.endTable();
    sheet.paragraph(
        "",
        "The last column is the highest score of text that addresses a machine, 0 to 1; empty where there is none.");
  }

  private static void row(FileReport file, Sheet sheet) {
    Classification found = file.classification();
    boolean none = found.equals(Classification.NONE);
    sheet.row().name(file.fileName()).cell(kind(found.documentClass().word()));
    sheet.number(none ? "" : Share.percent(found.confidence()));
    sheet.cell(by(found)).number(score(file.injection())).endRow();
  }

  private static String by(Classification found) {
    if (found.byPerson()) {
      return "a reviewer";
    }
    return found.equals(Classification.NONE) ? "nobody" : "rules, version " + found.version();
  }

  private static String score(double score) {
    return score == 0 ? "" : Double.toString(Share.cut(score));
  }

  private static String kind(String word) {
    return switch (word) {
      case "sop" -> "standard operating procedure";
      case "legal_filing" -> "legal filing";
      default -> word;
    };
  }
}
