package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.TextEncoding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How much of every file was read, and in which letters. Stateless. */
final class ParsingPart {
  /** More than that nobody compares by eye; the table has all. */
  private static final int MOST_BARS = 20;

  private static final String COUNTED =
      "Expected and found are numbers of letters, digits and signs without blanks. Pages are those that gave something, of"
          + " those there are. An exclamation mark stands where less than ";
  private static final String UNKNOWN = " not say how much there is to read, so no share is known.";

  private ParsingPart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    sheet.section("Reading");
    List<FileReport> read = files.stream().filter(file -> file.extract().read()).toList();
    if (read.isEmpty()) {
      sheet.paragraph("wait", "No file was read in this batch.");
      return;
    }
    lead(read, sheet);
    chart(read, sheet);
    table(read, sheet);
    remarks(read, sheet);
    encodings(read, sheet);
    HiddenPart.write(read, sheet);
  }

  private static void lead(List<FileReport> read, Sheet sheet) {
    long little = read.stream().filter(ParsingPart::little).count();
    long known = read.stream().filter(ParsingPart::known).count();
    String least = Share.percent(Completeness.LEAST);
    if (little > 0) {
      sheet.paragraph(
          "wait",
          "Of "
              + Plain.count(little, "file", "files")
              + " less than "
              + least
              + " of what was expected was read. Compare the stored text with the file before you accept it.");
    } else if (known > 0) {
      String files =
          Plain.count(known, "file that says how much it holds", "files that say what they hold");
      sheet.paragraph("good", "Of " + files + ", at least " + least + " was read.");
    }
    if (known < read.size()) {
      sheet.paragraph("", Plain.count(read.size() - known, "file does", "files do") + UNKNOWN);
    }
  }

  private static boolean known(FileReport file) {
    return Share.known(file.extract().completeness());
  }

  private static boolean little(FileReport file) {
    return file.extract().completeness().flagged();
  }

  private static void chart(List<FileReport> read, Sheet sheet) {
    List<FileReport> least =
        read.stream()
            .filter(file -> known(file) && file.extract().completeness().ratio() < 1)
            .sorted(Comparator.comparingDouble(file -> file.extract().completeness().ratio()))
            .limit(MOST_BARS)
            .toList();
    if (!least.isEmpty()) {
      sheet.chart(
          "Files of which least was read (hatched: under "
              + Share.percent(Completeness.LEAST)
              + ")",
          1000,
          least.stream().map(ParsingPart::bar).toList());
    }
  }

  private static Block.Bar bar(FileReport file) {
    Completeness completeness = file.extract().completeness();
    int length = Share.thousandths(completeness.ratio());
    String value = Share.of(completeness) + (little(file) ? ", too little" : "");
    return new Block.Bar(new Cell.Name(file.fileName()), length, value, little(file));
  }

  private static void table(List<FileReport> read, Sheet sheet) {
    sheet.table(
        "How much was read",
        "File",
        "#Pages",
        "#Headings",
        "#Tables",
        "#Figures",
        "#Expected",
        "#Found",
        "#Share");
    read.forEach(file -> row(file, sheet));
    sheet.endTable();
    sheet.paragraph("", COUNTED + Share.percent(Completeness.LEAST) + " was read.");
  }

  private static void row(FileReport file, Sheet sheet) {
    Extract extract = file.extract();
    Completeness completeness = extract.completeness();
    sheet.row().name(file.fileName()).number(pages(completeness)).count(extract.sections());
    sheet.count(extract.tables()).count(extract.figures());
    sheet.number(expected(completeness)).number(completeness.characters());
    sheet.number(Share.of(completeness) + (little(file) ? " !" : "")).endRow();
  }

  private static String pages(Completeness completeness) {
    return completeness.expectedPages() == 0
        ? ""
        : completeness.pages() + " of " + completeness.expectedPages();
  }

  private static String expected(Completeness completeness) {
    return completeness.expectedCharacters() < 0
        ? Share.NOT_KNOWN
        : Long.toString(completeness.expectedCharacters());
  }

  private static void remarks(List<FileReport> read, Sheet sheet) {
    if (read.stream().allMatch(file -> file.warnings().isEmpty())) {
      sheet.paragraph("good", "Nothing is to be remarked about how the files were read.");
      return;
    }
    sheet.table("Remarks", "File", "What is so", "What you can do");
    for (FileReport file : read) {
      file.warnings()
          .forEach(
              warning ->
                  sheet
                      .row()
                      .name(file.fileName())
                      .cell(warning.message())
                      .cell(warning.remedy())
                      .endRow());
    }
    sheet.endTable();
  }

  private static void encodings(List<FileReport> read, Sheet sheet) {
    List<FileReport> texts =
        read.stream().filter(file -> !file.extract().encodings().isEmpty()).toList();
    if (texts.isEmpty()) {
      return;
    }
    sheet.section("How letters are stored");
    sheet.paragraph("", "Files of plain text can store letters in many ways; these were found.");
    sheet.table("How letters are stored", "File", "Stored as", "Known from");
    for (FileReport file : texts) {
      List<TextEncoding> found = file.extract().encodings();
      sheet.row().name(file.fileName());
      sheet.cell(found.stream().map(TextEncoding::name).collect(Collectors.joining(", ")));
      sheet.cell(
          found.stream().map(ParsingPart::basis).distinct().collect(Collectors.joining("; ")));
      sheet.endRow();
    }
    sheet.endTable();
  }

  private static String basis(TextEncoding encoding) {
    return switch (encoding.basis()) {
      case MARK -> "a mark at the beginning of the file";
      case DECLARED -> "the file says so";
      case DETECTED -> "the bytes: nothing else fits, or it is clearly likelier";
      case ASSUMED -> "nothing: it is what most such files are";
    };
  }
}
