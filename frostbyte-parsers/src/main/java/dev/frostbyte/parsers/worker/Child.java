package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserTask;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The parent's view of one child: greets it, gives it documents one at a time, tells from its end
 * what went wrong. One thread at a time, except {@link #end}.
 */
final class Child {
  private final ChildProcess process;
  private final Containment containment;
  private final int blockBytes;
  private boolean greeted;
  private boolean fit = true;
  private int served;

  Child(ChildProcess process, Containment containment, int blockBytes) {
    this.process = process;
    this.containment = containment;
    this.blockBytes = blockBytes;
  }

  /** Whether it may be given another document. */
  boolean fit() {
    return fit && (!greeted || process.quiet());
  }

  /** Documents it was given. */
  int served() {
    return served;
  }

  /** Process id, for tests and diagnosis. */
  long id() {
    return process.id();
  }

  /** Bytes of standard error discarded so far. */
  long errorBytes() {
    return process.errorBytes();
  }

  /**
   * Waits until it has started and answered the greeting, locked as it must be.
   *
   * @return false when it did not; it is not fit then
   */
  boolean ready(Duration patience) throws IOException {
    if (!greeted) {
      fit = process.next(patience.toNanos()) instanceof Event.Arrived arrived && greets(arrived);
      greeted = true;
    }
    return fit();
  }

  /**
   * Parses a document. Time the sink takes does not count against the deadline.
   *
   * @throws IOException when the sink or the source fails, or {@link #end} was called meanwhile
   */
  ParseResult parse(ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink)
      throws IOException {
    served++;
    fit = false;
    TaskCodec.Order order =
        new TaskCodec.Order(task, limits, blockBytes, Math.toIntExact(source.size()));
    Thread writer = process.send(order, source);
    ParseResult result = receive(new Reception(limits, blockBytes, sink), limits.deadline());
    fit = fit && finished(writer);
    return result;
  }

  /** Kills it. Idempotent, from any thread. */
  void end() {
    process.end();
  }

  private ParseResult receive(Reception reception, Duration deadline) throws IOException {
    long left = nanos(deadline);
    while (true) {
      long from = System.nanoTime();
      Event event = process.next(left);
      left -= System.nanoTime() - from;
      Optional<ParseResult> result = hear(event, reception, deadline);
      if (result.isPresent()) {
        return result.get();
      }
    }
  }

  private Optional<ParseResult> hear(Event event, Reception reception, Duration deadline)
      throws IOException {
    return switch (event) {
      case Event.Arrived arrived -> take(arrived.frame(), reception);
      case Event.Garbled garbled -> Optional.of(garbled());
      case Event.Ended ended -> Optional.of(died());
      case Event.Silent silent -> Optional.of(late(deadline));
      case Event.SourceFailed failed -> throw failure(failed);
    };
  }

  private Optional<ParseResult> take(Frame frame, Reception reception) throws IOException {
    try {
      Optional<ResultCodec.Answer> answer = reception.take(frame);
      fit = answer.map(ResultCodec.Answer::reusable).orElse(false);
      return answer.map(ResultCodec.Answer::result);
    } catch (MalformedFrameException e) {
      return Optional.of(garbled());
    }
  }

  private ParseResult died() throws IOException {
    if (process.ended()) {
      throw new IOException("the parser process was ended because its seat or host was closed");
    }
    int code = process.exitCode().orElse(-1);
    if (code == ChildMain.OUT_OF_MEMORY) {
      return refused(ProblemCode.PARSER_OUT_OF_MEMORY, "The parser process ran out of its memory.");
    }
    return refused(
        ProblemCode.PARSER_CRASHED, "The parser process ended with exit code " + code + ".");
  }

  private static ParseResult late(Duration deadline) {
    return refused(
        ProblemCode.PARSER_TIMEOUT,
        "The parser process was killed at its deadline of " + deadline.toMillis() + " ms.");
  }

  private static ParseResult garbled() {
    return refused(
        ProblemCode.PARSER_CRASHED, "The parser process sent bytes that no parser process sends.");
  }

  private static ParseResult refused(ProblemCode code, String message) {
    return new ParseResult.Refused(Problem.of(code, message));
  }

  private static IOException failure(Event.SourceFailed failed) {
    if (failed.failure() instanceof IOException e) {
      return e;
    }
    if (failed.failure() instanceof RuntimeException e) {
      throw e;
    }
    return new IOException("the document could not be read", failed.failure());
  }

  private boolean greets(Event.Arrived arrived) {
    try {
      return containment.admits(arrived.frame().requireGreeting(FrameKind.READY));
    } catch (MalformedFrameException e) {
      return false;
    }
  }

  private static boolean finished(Thread writer) {
    try {
      return writer.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long nanos(Duration deadline) {
    return deadline.compareTo(Duration.ofDays(365)) > 0
        ? TimeUnit.DAYS.toNanos(365)
        : deadline.toNanos();
  }
}
