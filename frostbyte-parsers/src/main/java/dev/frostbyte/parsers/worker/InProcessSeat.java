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
  private final SharedParsers parsers = new SharedParsers();

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
    host.requireOpen();
    Optional<ParseResult> tooLarge = ProcessSeat.tooLarge(source);
    if (tooLarge.isPresent()) {
      return tooLarge.get();
    }
    TimedSink timed = new TimedSink(sink, limits.deadline());
    SharedParsers.Shift shift = parsers.enter();
    boolean reusable = false;
    try {
      byte[] document = bytes(source);
      ResultCodec.Answer answer =
          run(new ParserRun(shift.parsers(), task, limits, document, timed));
      reusable = answer.reusable();
      timed.requireSinkWell();
      return timed.late() ? late(limits) : answer.result();
    } finally {
      parsers.leave(shift, reusable);
    }
  }

  /** Parsers that are in use are closed when their documents have ended. */
  @Override
  public void close() throws IOException {
    parsers.close();
  }

  private static ResultCodec.Answer run(ParserRun run) {
    try {
      return run.run();
    } catch (OutOfMemoryError e) {
      String message = "The parser ran out of the memory of this process.";
      return new ResultCodec.Answer(refused(ProblemCode.PARSER_OUT_OF_MEMORY, message), false);
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
}
