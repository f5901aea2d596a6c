package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads OpenDocument presentations: titles as headings, lists, tables and notes; hidden slides as
 * hidden text. Takes no configuration keys.
 */
@Stage(name = "odp", spi = 1, version = "2")
@Parses(types = "application/vnd.oasis.opendocument.presentation")
public final class OdpParserProvider implements ParserProvider {
  /** Does nothing. */
  public OdpParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new OdfParser(new OdpFormat());
  }

  private record NoSettings() {}
}
