package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.QuietPoi;

/**
 * Reads Word documents of 1997 to 2003, only in a pipeline that names this parser. Macros and
 * embedded objects are reported and left out. Takes no configuration keys.
 */
@Stage(name = "doc", spi = 1, version = "2")
@Parses(types = "application/msword", onlyByName = true)
public final class DocParserProvider implements ParserProvider {
  /** Does nothing. */
  public DocParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    QuietPoi.prepare();
    return new OldParser(new DocFormat());
  }

  private record NoSettings() {}
}
