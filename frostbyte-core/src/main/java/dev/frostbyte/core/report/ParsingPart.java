package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.TextEncoding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How much of every file was read, in which letters, and what of it no reader sees. Stateless. */
final class ParsingPart {
  /** More than that nobody compares by eye; the table has all. */
  private static final int MOST_BARS = 20;

  private static final String COUNTED =
      "Expected and extracted are counts of characters without blanks, where the format lets them be counted beforehand."
          + " Pages are those that gave something, of those there are. An exclamation mark stands where less than ";

  private ParsingPart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    sheet.section("Reading");
    List<FileReport> read = files.stream().filter(file -> file.extract().read()).toList();
    if (read.isEmpty()) {
      sheet.paragraph("wait", "No file of this batch was read.");
      return;
    }
    lead(read, sheet);
    chart(read, sheet);
    table(read, sheet);
    remarks(read, sheet);
    encodings(read, sheet);
    hidden(read, sheet);
  }

  private static void lead(List<FileReport> read, Sheet sheet) {
    long little = read.stream().filter(ParsingPart::little).count();
    String least = Share.percent(Completeness.LEAST);
    if (little == 0) {
      sheet.paragraph("good", "Of every file that was read, at least " + least + " was extracted.");
      return;
    }
    sheet.paragraph(
        "wait",
        "Of "
            + Plain.count(little, "file", "files")
            + " less than "
            + least
            + " of what was expected was extracted. Compare the stored text with the file before you accept it.");
  }

  private static boolean little(FileReport file) {
    return file.extract().completeness().flagged();
  }

  private static void chart(List<FileReport> read, Sheet sheet) {
    List<FileReport> least =
        read.stream()
            .filter(file -> file.extract().completeness().ratio() < 1)
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
        "#Extracted",
        "#Read");
    read.forEach(file -> row(file, sheet));
    sheet.endTable();
    sheet.paragraph("", COUNTED + Share.percent(Completeness.LEAST) + " was read.");
  }

  private static void row(FileReport file, Sheet sheet) {
    Extract extract = file.extract();
    Completeness completeness = extract.completeness();
    sheet.row().name(file.fileName()).number(pages(completeness)).count(extract.sections());
    sheet.count(extract.tables()).count(extract.figures());
    sheet.number(expected(completeness)).number(Long.toString(completeness.characters()));
    sheet.number(Share.of(completeness) + (little(file) ? " !" : "")).endRow();
  }

  private static String pages(Completeness completeness) {
    return completeness.expectedPages() == 0
        ? ""
        : completeness.pages() + " of " + completeness.expectedPages();
  }

  private static String expected(Completeness completeness) {
    return completeness.expectedCharacters() < 0
        ? "not known"
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
    sheet.table("How letters are stored", "File", "Encoding", "Known from");
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

  private static void hidden(List<FileReport> read, Sheet sheet) {
    sheet.section("Hidden text");
    if (read.stream().allMatch(file -> file.extract().hidden().isEmpty())) {
      sheet.paragraph("good", "No file holds text that its reader would not see.");
      return;
    }
    sheet.paragraph(
        "", "This text is kept sealed as evidence. It is not searched and never served.");
    sheet.table("Hidden text", "File", "How it is hidden", "#Pieces");
    for (FileReport file : read) {
      file.extract()
          .hidden()
          .forEach(
              (channel, pieces) ->
                  sheet.row().name(file.fileName()).cell(channel(channel)).count(pieces).endRow());
    }
    sheet.endTable();
  }

  private static String channel(HiddenChannel channel) {
    return switch (channel) {
      case COLOUR -> "in the colour of its background";
      case SIZE -> "too small to read";
      case INVISIBLE -> "transparent or not painted";
      case OFF_PAGE -> "outside the page";
      case MARKED_HIDDEN -> "marked as hidden: text, row, column, sheet or slide";
      case COVERED -> "painted over";
      case DELETED -> "deleted, but kept in the file as a tracked change";
      case COMMENT -> "comment or annotation";
      case METADATA -> "document property, such as title or author";
      case ALTERNATIVE -> "description of a picture or link";
      case CODE -> "script, style or other code";
      case LINK -> "where a link leads";
    };
  }
}
