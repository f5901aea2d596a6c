package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads OpenDocument texts: headings, lists, tables with spans, notes and text boxes; deleted and
 * hidden text as hidden text. Takes no configuration keys.
 */
@Stage(name = "odt", spi = 1, version = "2")
@Parses(types = "application/vnd.oasis.opendocument.text")
public final class OdtParserProvider implements ParserProvider {
  /** Does nothing. */
  public OdtParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new OdfParser(new OdtFormat());
  }

  private record NoSettings() {}
}
