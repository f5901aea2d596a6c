package dev.frostbyte.it;

import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.io.IOException;

/** Reads HTML in this process, so that a test can stand between the engine and a seat. */
final class HereHost implements ParserHost, ParserHost.Seat {
  @Override
  public Seat seat() {
    return this;
  }

  @Override
  public String level() {
    return "none";
  }

  @Override
  public ParseResult parse(
      ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (var parser = new HtmlParserProvider().open(task.config())) {
      return parser.parse(source, task.type(), limits, sink);
    }
  }

  @Override
  public void close() {}
}
