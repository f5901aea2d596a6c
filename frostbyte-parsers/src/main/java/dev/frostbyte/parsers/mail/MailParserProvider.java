package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.PartParsers;

/**
 * Reads mail: subject, people, body, and attachments that are text. Other attachments are named and
 * left out. Takes no configuration keys.
 */
@Stage(name = "mail", spi = 1, version = "7")
@Parses(types = "message/rfc822")
public final class MailParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public MailParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    return new MailParser(PartParsers.open());
  }
}
