package dev.frostbyte.core.intake;

import dev.frostbyte.api.model.MediaType;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What people call the types of files. Stateless. */
final class Formats {
  private static final Map<MediaType, String> NAMES =
      Map.ofEntries(
          Map.entry(MediaType.PDF, "PDF"),
          Map.entry(MediaType.DOCX, "Word (DOCX)"),
          Map.entry(MediaType.XLSX, "Excel (XLSX)"),
          Map.entry(MediaType.PPTX, "PowerPoint (PPTX)"),
          Map.entry(MediaType.HTML, "HTML"),
          Map.entry(MediaType.EML, "e-mail (EML)"),
          Map.entry(MediaType.MARKDOWN, "Markdown"),
          Map.entry(MediaType.CSV, "CSV"),
          Map.entry(MediaType.TEXT, "plain text"),
          Map.entry(MediaType.UNKNOWN, "of no known format"));

  private Formats() {}

  /** The name of a type; one that only a plugin knows, as the plugin spells it. */
  static String name(MediaType type) {
    return NAMES.getOrDefault(type, type.value());
  }

  static String names(Collection<MediaType> types) {
    return types.stream().map(Formats::name).sorted().collect(Collectors.joining(", "));
  }
}
