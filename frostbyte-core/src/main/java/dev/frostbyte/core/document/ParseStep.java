package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.core.plugin.ParserRoute;
import java.io.IOException;

/** Runs the parser of a type and builds the canonical document. Thread-safe. */
public final class ParseStep {
  /**
   * Largest plain text read in this JVM. Formats that are plain text can cost quadratic time too
   * ({@code <a <a <a} in Markdown: 0.2 s at 30 kB, 10 s at 240 kB), and only a process of its own
   * has a deadline.
   */
  static final int MAX_BYTES_HERE = 32 << 10;

  private final ParserHost.Seat seat;
  private final ParseLimits limits;

  /** Parsers that are not pure text, and all parsers of large files, run on this seat. */
  public ParseStep(ParserHost.Seat seat, ParseLimits limits) {
    this.seat = seat;
    this.limits = limits;
  }

  /**
   * Reads a document.
   *
   * @throws IOException when no parser can be started
   */
  public Outcome parse(ParserRoute route, DocumentSource source, MediaType type, ContentHash hash)
      throws IOException {
    CanonicalBuilder builder = new CanonicalBuilder(limits);
    return switch (run(route, source, type, builder)) {
      case ParseResult.Complete complete ->
          built(builder, type, hash, route, complete.pages(), true);
      case ParseResult.Cut cut -> built(builder, type, hash, route, cut.pages(), false);
      case ParseResult.Refused refused -> new Outcome.Refused(refused.problem());
    };
  }

  private ParseResult run(
      ParserRoute route, DocumentSource source, MediaType type, CanonicalBuilder builder)
      throws IOException {
    try {
      return route.plugin().pureText() && source.size() <= MAX_BYTES_HERE
          ? runHere(route, source, type, builder)
          : seat.parse(route.task(type), source, limits, builder);
    } catch (BudgetReachedException e) {
      String message =
          "The document reaches the limit "
              + e.limit()
              + " of "
              + e.allowed()
              + "; the rest is not taken.";
      return new ParseResult.Cut(0, Problem.of(ProblemCode.LIMIT_EXCEEDED, message));
    }
  }

  /** Input is in memory, so what fails is the document. */
  private ParseResult runHere(
      ParserRoute route, DocumentSource source, MediaType type, CanonicalBuilder builder)
      throws BudgetReachedException {
    try {
      return route.parser().parse(source, type, limits, builder);
    } catch (BudgetReachedException e) {
      throw e;
    } catch (IOException e) {
      return refused(ProblemCode.FILE_CORRUPTED, "The file cannot be read as " + type, e);
    } catch (RuntimeException | StackOverflowError e) {
      return refused(ProblemCode.PARSER_ERROR, "The parser of " + type + " gave up", e);
    }
  }

  private static ParseResult refused(ProblemCode code, String what, Throwable cause) {
    return new ParseResult.Refused(
        Problem.of(code, what + " (" + cause.getClass().getSimpleName() + ")."));
  }

  private static Outcome built(
      CanonicalBuilder builder,
      MediaType type,
      ContentHash hash,
      ParserRoute route,
      int pages,
      boolean complete) {
    return new Outcome.Read(builder.build(type, hash, route.fingerprint(), pages, complete));
  }

  /** How reading ended. */
  public sealed interface Outcome {
    /** Read, perhaps cut by a counted budget. */
    record Read(CanonicalDocument document) implements Outcome {}

    /** Not read. */
    record Refused(Problem problem) implements Outcome {}
  }
}
