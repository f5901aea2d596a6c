package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads RTF: headings by outline level or style, lists, tables with spans, notes; deleted and
 * hidden text as hidden text, in whatever code page it is written. Takes no configuration keys.
 */
@Stage(name = "rtf", spi = 1, version = "3")
@Parses(types = "application/rtf")
public final class RtfParserProvider implements ParserProvider {
  /** Does nothing. */
  public RtfParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new RtfParser();
  }

  private record NoSettings() {}
}
