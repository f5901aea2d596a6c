package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads JSON as text with structure: records as tables, containers as headings, values by name.
 * Takes no configuration keys.
 */
@Stage(name = "json", spi = 1, version = "3")
@Parses(types = "application/json", pureText = true)
public final class JsonParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public JsonParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new JsonParser();
  }
}
