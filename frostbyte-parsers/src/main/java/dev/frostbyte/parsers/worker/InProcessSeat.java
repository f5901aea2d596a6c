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
import java.io.InputStream;
import java.util.Optional;

/** One tenant's parsers in this JVM. Thread-safe; documents are read in the callers' threads. */
final class InProcessSeat implements ParserHost.Seat {
  private final InProcessHost host;
  private final OpenParsers parsers = new OpenParsers();
  private volatile boolean closed;

  InProcessSeat(InProcessHost host) {
    this.host = host;
  }

  /**
   * Reads a document. The deadline is looked at whenever the parser emits and at its end; a parser
   * that does neither is not stopped.
   */
  @Override
  public ParseResult parse(
      ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink)
      throws IOException {
    requireOpen();
    Optional<ParseResult> tooLarge = ProcessSeat.tooLarge(source);
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    byte[] document = bytes(source);
    TimedSink timed = new TimedSink(sink, limits.deadline());
    ParseResult result = run(new ParserRun(parsers, task, limits, document, timed));
    timed.requireSinkWell();
    return timed.late() ? late(limits) : result;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    parsers.close();
  }

  private static ParseResult run(ParserRun run) {
    try {
      return run.run().result();
    } catch (OutOfMemoryError e) {
      return refused(
          ProblemCode.PARSER_OUT_OF_MEMORY, "The parser ran out of the memory of this process.");
    }
  }

  private static ParseResult late(ParseLimits limits) {
    return refused(
        ProblemCode.PARSER_TIMEOUT,
        "The parser took longer than its deadline of " + limits.deadline().toMillis() + " ms.");
  }

  private static ParseResult refused(ProblemCode code, String message) {
    return new ParseResult.Refused(Problem.of(code, message));
  }

  private static byte[] bytes(DocumentSource source) throws IOException {
    try (InputStream in = source.stream()) {
      return in.readAllBytes();
    }
  }

  private void requireOpen() throws IOException {
    host.requireOpen();
    if (closed) {
      throw new IOException("the parser seat is closed; open another");
    }
  }
}
