package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads OpenDocument spreadsheets: a heading and tables for each sheet; hidden sheets, rows and
 * columns as hidden text. Takes no configuration keys.
 */
@Stage(name = "ods", spi = 1, version = "3")
@Parses(types = "application/vnd.oasis.opendocument.spreadsheet")
public final class OdsParserProvider implements ParserProvider {
  /** Does nothing. */
  public OdsParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new OdfParser(new OdsFormat());
  }

  private record NoSettings() {}
}
