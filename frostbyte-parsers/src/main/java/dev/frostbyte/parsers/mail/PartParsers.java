package dev.frostbyte.parsers.mail;

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
import dev.frostbyte.parsers.text.MarkdownParserProvider;
import dev.frostbyte.parsers.text.TextParserProvider;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parsers for parts of a mail that are text or RTF. Thread-safe. */
final class PartParsers {
  /** RTF, the body of many Outlook messages. */
  static final MediaType RTF = new MediaType("application/rtf");

  private static final Map<MediaType, ParserProvider> PROVIDERS =
      Map.of(
          MediaType.TEXT,
          new TextParserProvider(),
          MediaType.CSV,
          new CsvParserProvider(),
          MediaType.MARKDOWN,
          new MarkdownParserProvider(),
          MediaType.HTML,
          new HtmlParserProvider(),
          RTF,
          new RtfParserProvider());

  private final Map<MediaType, DocumentParser> parsers;

  private PartParsers(Map<MediaType, DocumentParser> parsers) {
    this.parsers = parsers;
  }

  static PartParsers open() throws IOException {
    Map<MediaType, DocumentParser> parsers = new TreeMap<>();
    for (Map.Entry<MediaType, ParserProvider> entry : PROVIDERS.entrySet()) {
      parsers.put(entry.getKey(), entry.getValue().open(StageConfig.none()));
    }
    return new PartParsers(parsers);
  }

  /** Whether parts of this type are read in place. */
  boolean read(MediaType type) {
    return parsers.containsKey(type);
  }

  ParseResult parse(MediaType type, byte[] bytes, ParseLimits limits, ElementSink sink)
      throws IOException {
    DocumentParser parser = parsers.get(type);
    if (parser == null) {
      throw new IllegalArgumentException("no parser for parts of type " + type);
    }
    return parser.parse(DocumentSource.of(bytes), type, limits, sink);
  }

  String fingerprint() {
    return parsers.values().stream()
        .map(DocumentParser::fingerprint)
        .collect(Collectors.joining(" "));
  }
}
