package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads Excel workbooks: each sheet is a heading and its tables, with values as the sheet shows
 * them. Takes no configuration keys.
 */
@Stage(name = "xlsx", spi = 1, version = "5")
@Parses(types = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
public final class XlsxParserProvider implements ParserProvider {
  /** Does nothing. */
  public XlsxParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new OfficeParser(new XlsxFormat());
  }

  private record NoSettings() {}
}
