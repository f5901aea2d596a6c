package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserTask;
import java.io.IOException;

/**
 * One document read in this JVM: preflight, parser, budgets, and every end as an answer. Used once,
 * by one thread.
 */
final class ParserRun {
  private final OpenParsers parsers;
  private final ParserTask task;
  private final ParseLimits limits;
  private final byte[] document;
  private final ElementSink sink;
  private final Tally tally;

  ParserRun(
      OpenParsers parsers, ParserTask task, ParseLimits limits, byte[] document, ElementSink sink) {
    this.parsers = parsers;
    this.task = task;
    this.limits = limits;
    this.document = document;
    this.sink = sink;
    this.tally = new Tally(limits);
  }

  /** Never throws for what the document does, except {@link OutOfMemoryError}. */
  ResultCodec.Answer run() {
    try {
      return new ResultCodec.Answer(checked(parse()), true);
    } catch (BudgetReachedException e) {
      return new ResultCodec.Answer(cut(e), true);
    } catch (FrostbyteException e) {
      return new ResultCodec.Answer(checked(new ParseResult.Refused(e.problem())), true);
    } catch (IOException e) {
      return new ResultCodec.Answer(refused(ProblemCode.FILE_CORRUPTED, e), true);
    } catch (RuntimeException e) {
      return new ResultCodec.Answer(refused(ProblemCode.PARSER_ERROR, e), true);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      return new ResultCodec.Answer(refused(ProblemCode.PARSER_ERROR, e), false);
    }
  }

  private ParseResult parse() throws IOException {
    try {
      Preflight.require(document, limits);
    } catch (BudgetReachedException e) {
      return new ParseResult.Refused(
          Problem.of(
              ProblemCode.LIMIT_EXCEEDED, "The document is not read: " + e.getMessage() + "."));
    }
    DocumentSource source = DocumentSource.of(document);
    return parsers.of(task).parse(source, task.type(), limits, this::take);
  }

  private void take(Block block) throws IOException {
    tally.add(block);
    sink.accept(block);
  }

  private ParseResult cut(BudgetReachedException reached) {
    String message = "The document was cut: " + reached.getMessage() + ".";
    return checked(
        new ParseResult.Cut(tally.pages(), Problem.of(ProblemCode.LIMIT_EXCEEDED, message)));
  }

  /** A problem that the parent would not take becomes one that says so. */
  private static ParseResult checked(ParseResult result) {
    return switch (result) {
      case ParseResult.Complete complete -> complete;
      case ParseResult.Cut cut -> ResultCodec.passes(cut.problem()) ? cut : foreign();
      case ParseResult.Refused refused ->
          ResultCodec.passes(refused.problem()) ? refused : foreign();
    };
  }

  private static ParseResult foreign() {
    return new ParseResult.Refused(
        Problem.of(
            ProblemCode.PARSER_ERROR,
            "The parser ended with a problem whose code or message parsers may not use."));
  }

  private static ParseResult refused(ProblemCode code, Throwable cause) {
    String name = cause.getClass().getName();
    return checked(
        new ParseResult.Refused(Problem.of(code, "The parser stopped with " + name + ".")));
  }
}
