package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads plain text: paragraphs between blank lines, plain lists, and headings that are underlined
 * or in capitals. Takes no configuration keys.
 */
@Stage(name = "text", spi = 1, version = "4")
@Parses(types = "text/plain", pureText = true)
public final class TextParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public TextParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new TextParser();
  }
}
