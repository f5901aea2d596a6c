package dev.frostbyte.it;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.HostileParserProvider;

/** The testkit's hostile parser for files that end in {@code .hostile}. */
@Stage(name = "hostile-text", spi = Stage.SPI)
@Parses(types = HostileParserProvider.TYPE, extensions = "hostile")
public final class HostileTextParserProvider implements ParserProvider {
  /** For ServiceLoader. */
  public HostileTextParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    return new HostileParserProvider().open(config);
  }
}
