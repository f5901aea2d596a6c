package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads AsciiDoc: sections, lists, tables, listings; comments and attributes as hidden text.
 * Includes nothing. Takes no configuration keys.
 */
@Stage(name = "asciidoc", spi = 1, version = "3")
@Parses(types = "text/asciidoc", pureText = true)
public final class AsciiDocParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public AsciiDocParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new AsciiDocParser();
  }
}
