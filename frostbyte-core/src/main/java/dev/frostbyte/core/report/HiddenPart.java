package dev.frostbyte.core.report;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which files hold text that no reader of their pages sees, and, in one quiet line, what stands
 * beside the pages of nearly every file. Stateless.
 */
final class HiddenPart {
  private HiddenPart() {}

  /** Of the files that were read. */
  static void write(List<FileReport> read, Sheet sheet) {
    sheet.section("Hidden text");
    if (read.stream().allMatch(file -> file.extract().unseen().isEmpty())) {
      sheet.paragraph("good", "No page holds text that its reader would not see.");
    } else {
      unseen(read, sheet);
    }
    beside(read, sheet);
  }

  private static void unseen(List<FileReport> read, Sheet sheet) {
    sheet.paragraph("", "This text is kept sealed. It is not searched and never handed out.");
    sheet.table("Hidden text", "File", "How it is hidden", "#Pieces");
    for (FileReport file : read) {
      file.extract()
          .unseen()
          .forEach(
              (channel, pieces) ->
                  sheet.row().name(file.fileName()).cell(words(channel)).count(pieces).endRow());
    }
    sheet.endTable();
  }

  private static void beside(List<FileReport> read, Sheet sheet) {
    SortedMap<HiddenChannel, Integer> all = new TreeMap<>();
    read.forEach(
        file ->
            file.extract()
                .beside()
                .forEach((channel, pieces) -> all.merge(channel, pieces, Integer::sum)));
    if (!all.isEmpty()) {
      long files = read.stream().filter(file -> !file.extract().beside().isEmpty()).count();
      String what =
          all.entrySet().stream().map(HiddenPart::counted).collect(Collectors.joining("; "));
      sheet.paragraph(
          "",
          "Beside the pages of "
              + Plain.count(files, "file", "files")
              + ", not searched, kept sealed: "
              + what
              + ".");
    }
  }

  private static String counted(Map.Entry<HiddenChannel, Integer> pieces) {
    return words(pieces.getKey()) + " (" + pieces.getValue() + ")";
  }

  private static String words(HiddenChannel channel) {
    return switch (channel) {
      case COLOUR -> "in the colour of its background";
      case SIZE -> "too small to read";
      case INVISIBLE -> "transparent or not painted";
      case OFF_PAGE -> "outside the page";
      case MARKED_HIDDEN -> "marked as hidden: text, row, column, sheet or slide";
      case COVERED -> "painted over";
      case DELETED -> "deleted, but kept in the file as a tracked change";
      case COMMENT -> "comment or note";
      case METADATA -> "properties, such as title and author";
      case ALTERNATIVE -> "description of a picture or link";
      case CODE -> "programs and styles";
      case LINK -> "where links lead";
    };
  }
}
