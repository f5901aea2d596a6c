package dev.frostbyte.core.report;

import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Plain words for what a parser left out. Unknown words are shown as they are. Stateless. */
final class Dropped {
  private static final String OF_ITS_OWN = "If you need it, submit it as a file of its own.";

  private Dropped() {}

  /** Whether it is in the text all the same, and only may not say what the page shows. */
  static boolean doubted(DroppedContent content) {
    return switch (content.kind()) {
      case "recognised-text", "ocr-layer", "layout-model", "table-model" -> true;
      default -> content.reason().equals("NOT_DRAWN");
    };
  }

  /** How many parts of a file are listed as in the text with doubt, or as left out of it. */
  static long count(FileReport file, boolean doubted) {
    return file.dropped().stream()
        .filter(content -> doubted(content) == doubted)
        .mapToLong(DroppedContent::count)
        .sum();
  }

  static String what(String kind) {
    return switch (kind) {
      case "image" -> "picture";
      case "page" -> "page";
      case "page-image" -> "scanned page";
      case "attachment" -> "attached file";
      case "alternative" -> "second version of the mail's text";
      case "glyphs" -> "characters";
      case "html" -> "web code";
      case "line" -> "line of a scanned page";
      case "recognised-text" -> "text read from a picture";
      case "ocr-layer" -> "text layer of a scanned page";
      case "layout-model" -> "parts of a page";
      case "table-model" -> "cells of a table";
      case "part" -> "part of the mail";
      case "xmp" -> "document properties";
      case "table-header" -> "head of a table";
      case "further" -> "further parts";
      default -> kind.replace('-', ' ').replace('_', ' ');
    };
  }

  static String why(String reason) {
    return switch (reason) {
      case "NO_TEXT" -> "it holds no text that can be read";
      case "NOT_OPENED", "NOT_PARSED_IN_PLACE" -> "files inside files are not opened";
      case "NOT_READ" -> "this kind of content is not read";
      case "NOT_TEXT" -> "it is no text";
      case "NO_STORED_VALUE" -> "the file holds the formula, but not its result";
      case "ACTIVE_CONTENT", "CODE" -> "programs and scripts are never run or kept";
      case "DYNAMIC_FORM" -> "the form draws itself only in a special program";
      case "UNREADABLE" -> "it is damaged";
      case "NO_UNICODE" -> "the file does not say which letters these are";
      case "RAW_HTML" -> "web code inside this format is not read";
      case "REPEATS_THE_BODY", "REPEATED" -> "it says the same as the text that was read";
      case "NO_CELLS" -> "it is a table without cells";
      case "OUT_OF_PLACE" -> "its place in the table cannot be told";
      case "NO_APPEARANCE" -> "nothing is drawn where it should stand";
      case "NOT_REFERENCED", "NOT_IN_SPINE" -> "the document itself never shows it";
      case "NOT_MAPPED" -> "the service that read the file has a kind of content nobody here knows";
      case "RAW_MARKUP" -> "raw markup inside this format is not read";
      case "DTD_NOT_READ" -> "definitions that a file brings along are never followed";
      case "NOT_LISTED" -> "there are more than the log lists one by one";
      case "LOW_CONFIDENCE" -> "the picture is too poor for its letters to be told for certain";
      case "NOT_RECOGNISED" -> "as many scanned pages as the limit allows were read before it";
      case "NO_RECOGNITION" -> "text recognition does not run on this machine";
      case "NOT_ENGLISH" -> "its language seems to have letters that cannot be read from pictures";
      case "NOT_COMPARED" -> "it was taken as it is and not compared with the picture";
      case "NOT_SEEN" -> "no words can be recognised in the picture of its page";
      case "TOO_MANY" ->
          "there are more than the limit allows; what they might hide is taken for hidden";
      case "BAD_ANSWER" -> "the model of the pipeline gave an answer that cannot be";
      case "FAILED" -> "the model of the pipeline failed";
      case "NOT_ASKED" -> "as many pages as the limit allows were shown to the model before it";
      case "NOT_DRAWN" -> "the page cannot be painted for the model to see";
      case "NOT_DECIDED" ->
          "it cannot be told to which words they apply; what they might hide is taken for hidden";
      case "NOT_SHOWN" -> "mail programs do not show it";
      case "NOT_WHOLE" -> "it did not come out whole";
      case "TOO_LARGE" -> "there are more bytes of attachments than a PDF may bring";
      default -> beyond(reason);
    };
  }

  /** Limits of attachments have their number in the word. */
  private static String beyond(String reason) {
    if (reason.startsWith("DEEPER_THAN_")) {
      return "files are taken at most " + digits(reason) + " files deep";
    }
    if (reason.startsWith("MORE_THAN_")) {
      String unit = reason.endsWith("_FILES") ? " files" : " bytes";
      return "at most " + digits(reason) + unit + " of attachments of one file are taken";
    }
    return words(reason);
  }

  private static String digits(String reason) {
    return reason.replaceAll("[^0-9]", "");
  }

  static String remedy(String reason) {
    return switch (reason) {
      case "NO_TEXT" -> "If it carries words you need, submit a version with a text layer.";
      case "NO_STORED_VALUE" ->
          "Open the workbook in its own program, let it calculate, save it and submit it again.";
      case "NO_UNICODE" ->
          "Export the document again with fonts embedded, and submit that version.";
      case "UNREADABLE", "DYNAMIC_FORM" ->
          "If you need it, save or print the document anew and submit that version.";
      case "LOW_CONFIDENCE" ->
          "Compare the text with the page, or submit a sharper scan, 300 dots per inch.";
      case "NOT_COMPARED", "NOT_SEEN" ->
          "Compare the text with the page, or submit the scan without its text layer.";
      case "NOT_RECOGNISED" ->
          "Split the file and submit the parts, or ask the operator to raise the limit recognisedPages.";
      case "NO_RECOGNITION" ->
          "Ask the operator to make text recognition (ONNX Runtime) run, then submit the document again.";
      case "BAD_ANSWER", "FAILED", "NOT_DRAWN" ->
          "No words are lost; compare the structure with the page, and tell the operator.";
      case "NOT_ASKED" ->
          "No words are lost; to have more pages asked, let the operator raise modelPages.";
      case "TOO_MANY", "NOT_DECIDED" ->
          "Compare the stored text with the page; if words are missing, submit the page as PDF.";
      case "NOT_ENGLISH" -> "Submit a version with a text layer.";
      case "ACTIVE_CONTENT", "CODE" -> "Nothing: it is left out on purpose.";
      case "REPEATS_THE_BODY", "REPEATED", "NOT_SHOWN" -> "Nothing: no words are lost.";
      default -> code(reason).map(ProblemCode::remedy).orElse(OF_ITS_OWN);
    };
  }

  /** A part that is a file itself is refused as a file is. */
  private static Optional<ProblemCode> code(String reason) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.name().equals(reason))
        .findFirst();
  }

  private static String words(String reason) {
    return reason.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
