package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.office.RtfParserProvider;
import dev.frostbyte.parsers.text.CsvParserProvider;
import dev.frostbyte.parsers.text.JsonParserProvider;
import dev.frostbyte.parsers.text.MarkdownParserProvider;
import dev.frostbyte.parsers.text.TextParserProvider;
import dev.frostbyte.parsers.text.XmlParserProvider;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parsers for attached files that are text, such as the XML of an electronic invoice. They are
 * opened for each file: few documents carry any. Thread-safe.
 */
final class AttachmentParsers {
  private static final MediaType RTF = new MediaType("application/rtf");
  private static final MediaType JSON = new MediaType("application/json");
  private static final MediaType XML = new MediaType("application/xml");
  private static final MediaType TSV = new MediaType("text/tab-separated-values");

  private static final Map<MediaType, ParserProvider> PROVIDERS =
      Map.of(
          MediaType.TEXT,
          new TextParserProvider(),
          MediaType.CSV,
          new CsvParserProvider(),
          TSV,
          new CsvParserProvider(),
          MediaType.MARKDOWN,
          new MarkdownParserProvider(),
          MediaType.HTML,
          new HtmlParserProvider(),
          RTF,
          new RtfParserProvider(),
          JSON,
          new JsonParserProvider(),
          XML,
          new XmlParserProvider());

  private static final Map<String, MediaType> EXTENSIONS =
      Map.ofEntries(
          Map.entry("txt", MediaType.TEXT),
          Map.entry("csv", MediaType.CSV),
          Map.entry("tsv", TSV),
          Map.entry("md", MediaType.MARKDOWN),
          Map.entry("html", MediaType.HTML),
          Map.entry("htm", MediaType.HTML),
          Map.entry("rtf", RTF),
          Map.entry("json", JSON),
          Map.entry("xml", XML));

  /** The type that the author names, or that the name of the file tells. */
  static MediaType type(String name, Optional<String> subtype) {
    String named = subtype.orElse("").toLowerCase(Locale.ROOT);
    for (MediaType type : PROVIDERS.keySet()) {
      if (type.value().equals(named.equals("text/xml") ? XML.value() : named)) {
        return type;
      }
    }
    boolean telling = !named.isEmpty() && !named.equals("application/octet-stream");
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return telling ? MediaType.UNKNOWN : EXTENSIONS.getOrDefault(extension, MediaType.UNKNOWN);
  }

  /** Whether files of this type are read in place. */
  boolean read(MediaType type) {
    return PROVIDERS.containsKey(type);
  }

  ParseResult parse(MediaType type, byte[] bytes, ParseLimits limits, ElementSink sink)
      throws IOException {
    ParserProvider provider = PROVIDERS.get(type);
    if (provider == null) {
      throw new IllegalArgumentException("no parser for attached files of type " + type);
    }
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      return parser.parse(DocumentSource.of(bytes), type, limits, sink);
    }
  }
}
