package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.util.Map;

/**
 * Reads books (EPUB 2 and 3): chapters in reading order, each as the HTML parser reads it. A book
 * locked by DRM is refused. Takes no configuration keys.
 */
@Stage(name = "epub", spi = 1, version = "5")
@Parses(types = "application/epub+zip")
public final class EpubParserProvider implements ParserProvider {
  /** Does nothing. */
  public EpubParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new EpubParser(
        new HtmlParserProvider().open(StageConfig.of(Map.of("titleAsHeading", "false"))));
  }

  private record NoSettings() {}
}
