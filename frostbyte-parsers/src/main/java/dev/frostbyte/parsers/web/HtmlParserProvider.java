package dev.frostbyte.parsers.web;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads HTML: headings, paragraphs, lists, tables; what styles hide becomes hidden text, page
 * furniture is kept apart. Runs no script and loads nothing. Takes no configuration keys.
 */
@Stage(name = "html", spi = 1)
@Parses(types = {"text/html", "application/xhtml+xml"})
public final class HtmlParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public HtmlParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new HtmlParser();
  }
}
