package dev.frostbyte.testkit;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * A parser that does to its process what a document says: the worst a parser can do, for {@link
 * ParserHostContract}. It is not registered by the testkit; a test that needs it adds this class to
 * its own {@code META-INF/services/dev.frostbyte.api.spi.ParserProvider}. Never on a production
 * path. Immutable.
 */
@Stage(name = "hostile", spi = 1)
@Parses(types = HostileParserProvider.TYPE)
public final class HostileParserProvider implements ParserProvider {
  /** The type it claims. */
  public static final String TYPE = "application/x-frostbyte-hostile";

  /** For ServiceLoader. */
  public HostileParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    return new HostileParser();
  }
}
