package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.QuietPoi;

/**
 * Reads Excel workbooks of 1997 to 2003, only in a pipeline that names this parser. Macros and
 * embedded objects are reported and left out. Takes no configuration keys.
 */
@Stage(name = "xls", spi = 1, version = "3")
@Parses(types = "application/vnd.ms-excel", onlyByName = true)
public final class XlsParserProvider implements ParserProvider {
  /** Does nothing. */
  public XlsParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    QuietPoi.prepare();
    return new OldParser(new XlsFormat());
  }

  private record NoSettings() {}
}
