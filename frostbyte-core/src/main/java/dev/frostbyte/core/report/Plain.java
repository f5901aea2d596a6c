package dev.frostbyte.core.report;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.core.document.FormatNames;
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
      Map.ofEntries(
          Map.entry(MediaType.PDF.value(), "PDF"),
          Map.entry(MediaType.DOCX.value(), "Word document"),
          Map.entry(MediaType.XLSX.value(), "Excel workbook"),
          Map.entry(MediaType.PPTX.value(), "PowerPoint deck"),
          Map.entry(MediaType.HTML.value(), "web page"),
          Map.entry(MediaType.EML.value(), "mail"),
          Map.entry(MediaType.MARKDOWN.value(), "Markdown"),
          Map.entry(MediaType.CSV.value(), "table (CSV)"),
          Map.entry(MediaType.TEXT.value(), "plain text"),
          Map.entry(MediaType.UNKNOWN.value(), "not recognised"),
          Map.entry("image/png", "picture (PNG)"),
          Map.entry("image/jpeg", "picture (JPEG)"),
          Map.entry("image/tiff", "picture (TIFF)"));

  private Plain() {}

  static String type(String mediaType) {
    if (mediaType.isEmpty()) {
      return "";
    }
    String common = TYPES.get(mediaType);
    return common == null ? FormatNames.name(new MediaType(mediaType)) : common;
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
