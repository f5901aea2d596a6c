package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/** Reads Markdown: CommonMark with the tables and footnotes of GFM. Takes no configuration keys. */
@Stage(name = "markdown", spi = 1, version = "4")
@Parses(types = "text/markdown", pureText = true)
public final class MarkdownParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public MarkdownParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new MarkdownParser();
  }
}
