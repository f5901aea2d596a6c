package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import java.io.IOException;
import java.util.Optional;

/** One tenant's use of the host. Thread-safe. */
final class ProcessSeat implements ParserHost.Seat {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private final ChildPool pool;
  private volatile boolean closed;

  ProcessSeat(ChildPool pool) {
    this.pool = pool;
  }

  @Override
  public ParseResult parse(
      ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink)
      throws IOException {
    Optional<ParseResult> tooLarge = tooLarge(source);
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    Child child = pool.take(this);
    try {
      return child.parse(task, source, limits, sink);
    } finally {
      pool.giveBack(this, child);
    }
  }

  /** The refusal of a document that does not fit into an array. */
  static Optional<ParseResult> tooLarge(DocumentSource source) {
    return source.size() <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            new ParseResult.Refused(
                Problem.of(
                    ProblemCode.SIZE_EXCEEDED,
                    "The document has "
                        + source.size()
                        + " bytes; parsers take "
                        + MOST_BYTES
                        + ".")));
  }

  /** Whether it was closed. */
  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    pool.leave(this);
  }
}
