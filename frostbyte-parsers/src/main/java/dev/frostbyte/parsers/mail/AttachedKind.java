package dev.frostbyte.parsers.mail;

import java.util.Locale;
import java.util.Map;

/**
 * What an attachment that is not read is called in a report: words of our own by its declared type
 * or the ending of its name, never words of the mail. Stateless.
 */
final class AttachedKind {
  static final String OTHER = "attachment";

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("pdf", "attached PDF"),
          Map.entry("doc", "attached Word document"),
          Map.entry("docx", "attached Word document"),
          Map.entry("odt", "attached text document"),
          Map.entry("xls", "attached Excel workbook"),
          Map.entry("xlsx", "attached Excel workbook"),
          Map.entry("ods", "attached spreadsheet"),
          Map.entry("ppt", "attached PowerPoint deck"),
          Map.entry("pptx", "attached PowerPoint deck"),
          Map.entry("odp", "attached presentation"),
          Map.entry("epub", "attached book"),
          Map.entry("msg", "attached message"),
          Map.entry("eml", "attached message"),
          Map.entry("zip", "attached archive"),
          Map.entry("7z", "attached archive"),
          Map.entry("rar", "attached archive"),
          Map.entry("png", "attached picture"),
          Map.entry("gif", "attached picture"),
          Map.entry("jpg", "attached picture"),
          Map.entry("jpeg", "attached picture"),
          Map.entry("tif", "attached picture"),
          Map.entry("tiff", "attached picture"));

  private AttachedKind() {}

  /** Words for an attachment. */
  static String of(Part part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return BY_ENDING.getOrDefault(ending, byType(part.mimeType()));
  }

  private static String byType(String type) {
    if (type.startsWith("image/")) {
      return "attached picture";
    }
    return switch (type) {
      case "application/pdf" -> "attached PDF";
      case "application/zip" -> "attached archive";
      case "application/msword",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
          "attached Word document";
      case "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
          "attached Excel workbook";
      case "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation" ->
          "attached PowerPoint deck";
      default -> OTHER;
    };
  }
}
