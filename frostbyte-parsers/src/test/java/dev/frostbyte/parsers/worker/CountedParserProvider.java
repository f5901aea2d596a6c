package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many of its parsers were opened and closed, and fails when a closed one reads. */
@Stage(name = "counted", spi = 1)
@Parses(types = "application/x-counted")
public final class CountedParserProvider implements ParserProvider {
  static final AtomicInteger OPENED = new AtomicInteger();
  static final AtomicInteger CLOSED = new AtomicInteger();

  /** For ServiceLoader. */
  public CountedParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    OPENED.incrementAndGet();
    return new Counted();
  }

  private static final class Counted implements DocumentParser {
    private volatile boolean closed;

    @Override
    public ParseResult parse(
        DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
        throws IOException {
      sink.accept(Block.paragraph("words", List.of()));
      if (source.size() > 10) {
        throw new StackOverflowError();
      }
      sink.accept(Block.paragraph(closed ? "closed" : "open", List.of()));
      return new ParseResult.Complete(0);
    }

    @Override
    public void close() {
      closed = true;
      CLOSED.incrementAndGet();
    }
  }
}
