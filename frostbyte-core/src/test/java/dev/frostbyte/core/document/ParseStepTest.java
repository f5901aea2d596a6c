package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.plugin.ParserRoute;
import dev.frostbyte.core.plugin.TestPlugins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParseStepTest {
  private final List<String> ran = new ArrayList<>();

  @Test
  void readsShortPlainTextHereAndEverythingElseOnTheSeat() throws IOException {
    parse(true, ParseStep.MAX_BYTES_HERE);
    parse(true, ParseStep.MAX_BYTES_HERE + 1);
    parse(false, 1);
    assertThat(ran).containsExactly("here", "seat", "seat");
  }

  private void parse(boolean pureText, int bytes) throws IOException {
    ParserRoute route =
        new ParserRoute.Local(TestPlugins.parser(pureText), StageConfig.none(), new Here());
    new ParseStep(new Seat(), ParseLimits.DEFAULT)
        .parse(
            route,
            DocumentSource.of(new byte[bytes]),
            MediaType.TEXT,
            ContentHash.of(new byte[0]),
            Egress.NONE,
            AttachedSink.NONE);
  }

  private final class Seat implements ParserHost.Seat {
    @Override
    public ParseResult parse(
        ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink) {
      ran.add("seat");
      return new ParseResult.Complete(0);
    }

    @Override
    public void close() {}
  }

  private final class Here implements DocumentParser {
    @Override
    public ParseResult parse(
        DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink) {
      ran.add("here");
      return new ParseResult.Complete(0);
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public void close() {}
  }
}
