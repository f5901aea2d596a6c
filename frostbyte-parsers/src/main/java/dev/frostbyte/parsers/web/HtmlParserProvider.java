package dev.frostbyte.parsers.web;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads HTML: headings, paragraphs, lists, tables; what styles hide becomes hidden text, page
 * furniture is kept apart. Runs no script and loads nothing. Takes {@code titleAsHeading}: whether
 * the title of a page without headings becomes one; default true.
 */
@Stage(name = "html", spi = 1, version = "6")
@Parses(types = {"text/html", "application/xhtml+xml"})
public final class HtmlParserProvider implements ParserProvider {
  private record Settings(boolean titleAsHeading) {}

  /** For ServiceLoader. */
  public HtmlParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    return new HtmlParser(config.bind(new Settings(true)).titleAsHeading());
  }
}
