package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.office.RtfParserProvider;
import dev.frostbyte.parsers.text.CsvParserProvider;
import dev.frostbyte.parsers.text.JsonParserProvider;
import dev.frostbyte.parsers.text.MarkdownParserProvider;
import dev.frostbyte.parsers.text.TextParserProvider;
import dev.frostbyte.parsers.text.XmlParserProvider;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parsers for files in a document that are text or RTF: parts of mails, and what hangs on a
 * PDF, such as the XML of an electronic invoice. Thread-safe; whoever opens it closes it.
 */
public final class PartParsers implements AutoCloseable {
  /** RTF, the body of many Outlook messages. */
  public static final MediaType RTF = new MediaType("application/rtf");

  /** JSON. */
  public static final MediaType JSON = new MediaType("application/json");

  /** XML of any kind. */
  public static final MediaType XML = new MediaType("application/xml");

  /** Tables with tabs between their cells. */
  public static final MediaType TSV = new MediaType("text/tab-separated-values");

  private static final int DEEPEST_HEADING = 9;

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

  private final Map<MediaType, DocumentParser> parsers;

  private PartParsers(Map<MediaType, DocumentParser> parsers) {
    this.parsers = parsers;
  }

  /** Opens all of them; none of them needs a file or a program. */
  public static PartParsers open() {
    Map<MediaType, DocumentParser> parsers = new TreeMap<>();
    for (Map.Entry<MediaType, ParserProvider> entry : PROVIDERS.entrySet()) {
      parsers.put(entry.getKey(), open(entry.getValue()));
    }
    return new PartParsers(parsers);
  }

  /** Whether parts of this type are read in place. */
  public boolean read(MediaType type) {
    return parsers.containsKey(type);
  }

  /** Reads a part of a type that {@link #read} knows. */
  public ParseResult parse(MediaType type, byte[] bytes, ParseLimits limits, ElementSink sink)
      throws IOException {
    DocumentParser parser = parsers.get(type);
    if (parser == null) {
      throw new IllegalArgumentException("no parser for parts of type " + type);
    }
    return parser.parse(DocumentSource.of(bytes), type, limits, sink);
  }

  /**
   * What reads, with its version: the parsers in the order of their names, then their libraries;
   * each once.
   */
  public String fingerprint() {
    Stream<String> stages = PROVIDERS.values().stream().map(PartParsers::stage).sorted();
    Stream<String> libraries = parsers.values().stream().map(DocumentParser::fingerprint);
    return Stream.concat(stages, libraries)
        .filter(each -> !each.isBlank())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String stage(ParserProvider provider) {
    Stage stage = Objects.requireNonNull(provider.getClass().getAnnotation(Stage.class));
    return stage.name() + " " + stage.version();
  }

  /** A block of a part: its headings stand below the one the part stands under. */
  public static Block deeper(Block block, int by) {
    return switch (block) {
      case Block.Heading heading ->
          new Block.Heading(
              Math.min(DEEPEST_HEADING, heading.level() + by), heading.text(), heading.regions());
      case Block.Noted noted -> deeper(noted.block(), by).noted(noted.evidence());
      default -> block;
    };
  }

  @Override
  public void close() throws IOException {
    for (DocumentParser parser : parsers.values()) {
      parser.close();
    }
  }

  private static DocumentParser open(ParserProvider provider) {
    try {
      return provider.open(StageConfig.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
