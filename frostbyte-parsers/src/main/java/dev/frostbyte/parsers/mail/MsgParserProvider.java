package dev.frostbyte.parsers.mail;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.PartParsers;
import dev.frostbyte.parsers.internal.QuietPoi;

/**
 * Reads Outlook messages (MSG): subject, people, body, and attachments that are text or messages.
 * Other attachments are named and left out. Takes no configuration keys.
 */
@Stage(name = "msg", spi = 1, version = "6")
@Parses(types = "application/vnd.ms-outlook")
public final class MsgParserProvider implements ParserProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public MsgParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    QuietPoi.prepare();
    return new MsgParser(PartParsers.open());
  }
}
