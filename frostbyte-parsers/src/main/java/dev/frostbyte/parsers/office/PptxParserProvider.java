package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads PowerPoint decks: titles, bullets, tables and notes, slide by slide. Takes no configuration
 * keys.
 */
@Stage(name = "pptx", spi = 1, version = "6")
@Parses(types = "application/vnd.openxmlformats-officedocument.presentationml.presentation")
public final class PptxParserProvider implements ParserProvider {
  /** Does nothing. */
  public PptxParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new OfficeParser(new PptxFormat());
  }

  private record NoSettings() {}
}
