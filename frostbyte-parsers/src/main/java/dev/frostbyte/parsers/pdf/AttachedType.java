package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.parsers.internal.PartParsers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells the type of an attached file that is text. Stateless. */
final class AttachedType {
  private static final String OTHER_XML = "text/xml";
  private static final String ANY = "application/octet-stream";

  private static final Map<String, MediaType> EXTENSIONS =
      Map.ofEntries(
          Map.entry("txt", MediaType.TEXT),
          Map.entry("csv", MediaType.CSV),
          Map.entry("tsv", PartParsers.TSV),
          Map.entry("md", MediaType.MARKDOWN),
          Map.entry("html", MediaType.HTML),
          Map.entry("htm", MediaType.HTML),
          Map.entry("rtf", PartParsers.RTF),
          Map.entry("json", PartParsers.JSON),
          Map.entry("xml", PartParsers.XML));

  private static final List<MediaType> TYPES = EXTENSIONS.values().stream().distinct().toList();

  private AttachedType() {}

  /** The type that the author names, or that the name of the file tells. */
  static MediaType of(String name, Optional<String> subtype) {
    String said = subtype.orElse("").toLowerCase(Locale.ROOT);
    String named = said.equals(OTHER_XML) ? PartParsers.XML.value() : said;
    for (MediaType type : TYPES) {
      if (type.value().equals(named)) {
        return type;
      }
    }
    boolean telling = !named.isEmpty() && !named.equals(ANY);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return telling ? MediaType.UNKNOWN : EXTENSIONS.getOrDefault(extension, MediaType.UNKNOWN);
  }
}
