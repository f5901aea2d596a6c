package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads XML of any vocabulary as text with structure: records as tables, containers as headings,
 * values by name. A DTD is never read. Takes no configuration keys.
 */
@Stage(name = "xml", spi = 1, version = "3")
@Parses(types = "application/xml")
public final class XmlParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public XmlParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new XmlParser();
  }
}
