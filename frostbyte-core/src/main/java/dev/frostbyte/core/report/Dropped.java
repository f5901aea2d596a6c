package dev.frostbyte.core.report;

import java.util.Locale;

/** Plain words for what a parser left out. Unknown words are shown as they are. Stateless. */
final class Dropped {
  private Dropped() {}

  static String what(String kind) {
    return switch (kind) {
      case "image" -> "picture";
      case "page-image" -> "scanned page";
      case "attachment" -> "attached file";
      case "glyphs" -> "characters";
      case "xmp" -> "document properties";
      default -> kind.replace('-', ' ').replace('_', ' ');
    };
  }

  static String why(String reason) {
    return switch (reason) {
      case "NO_TEXT" -> "it holds no text that can be read";
      case "NOT_OPENED", "NOT_READ" -> "files inside files are not opened";
      case "ACTIVE_CONTENT" -> "programs and scripts are never run or kept";
      case "UNREADABLE" -> "it is damaged";
      case "NO_UNICODE" -> "the file does not say which letters these are";
      default -> reason.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  static String remedy(String reason) {
    return switch (reason) {
      case "NO_TEXT" -> "If it carries words you need, submit a version with a text layer.";
      case "NOT_OPENED", "NOT_READ" -> "If you need it, submit it as a file of its own.";
      case "NO_UNICODE" ->
          "Export the document again with fonts embedded, and submit that version.";
      case "UNREADABLE" -> "If you need it, save the document anew and submit that version.";
      default -> "Usually nothing.";
    };
  }
}
