package dev.frostbyte.core.report;

import dev.frostbyte.api.model.MediaType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Numbers, times and types as a person writes them, whatever the machine's language. Stateless. */
final class Plain {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Map<String, String> TYPES =
      Map.of(
          MediaType.PDF.value(), "PDF",
          MediaType.DOCX.value(), "Word document",
          MediaType.XLSX.value(), "Excel workbook",
          MediaType.PPTX.value(), "PowerPoint deck",
          MediaType.HTML.value(), "web page",
          MediaType.EML.value(), "mail",
          MediaType.MARKDOWN.value(), "Markdown",
          MediaType.CSV.value(), "table (CSV)",
          MediaType.TEXT.value(), "plain text",
          MediaType.UNKNOWN.value(), "not recognised");

  private Plain() {}

  static String type(String mediaType) {
    return TYPES.getOrDefault(mediaType, mediaType);
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
