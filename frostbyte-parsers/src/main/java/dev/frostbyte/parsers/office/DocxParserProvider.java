package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads Word documents: headings, lists, tables, notes and text boxes; deleted and vanished text as
 * hidden text. Takes no configuration keys.
 */
@Stage(name = "docx", spi = 1, version = "5")
@Parses(types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
public final class DocxParserProvider implements ParserProvider {
  /** Does nothing. */
  public DocxParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new OfficeParser(new DocxFormat());
  }

  private record NoSettings() {}
}
