package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads separated values as one table; the delimiter is the one that divides the rows evenly. Takes
 * no configuration keys.
 */
@Stage(name = "csv", spi = 1, version = "6")
@Parses(
    types = {"text/csv", "text/tab-separated-values"},
    pureText = true)
public final class CsvParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public CsvParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new CsvParser();
  }
}
