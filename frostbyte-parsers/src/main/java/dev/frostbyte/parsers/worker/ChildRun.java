package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserTask;
import java.io.IOException;

/**
 * One document in a child: runs the parser, counts, sends blocks, turns every end into an answer.
 */
final class ChildRun {
  private final ChildParsers parsers;
  private final ChildLoop.Job job;
  private final FrameOutput out;
  private final Tally tally;

  ChildRun(ChildParsers parsers, ChildLoop.Job job, FrameOutput out) {
    this.parsers = parsers;
    this.job = job;
    this.out = out;
    this.tally = new Tally(job.order().limits());
  }

  /** Never throws for what the document does, except {@link OutOfMemoryError}. */
  ResultCodec.Answer run() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    int before = group.activeCount();
    ResultCodec.Answer answer = attempt();
    boolean clean = group.activeCount() <= before;
    return new ResultCodec.Answer(answer.result(), answer.reusable() && clean);
  }

  private ResultCodec.Answer attempt() {
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
    ParserTask task = job.order().task();
    try {
      Preflight.require(job.document(), job.order().limits());
    } catch (BudgetReachedException e) {
      return new ParseResult.Refused(
          Problem.of(
              ProblemCode.LIMIT_EXCEEDED, "The document is not read: " + e.getMessage() + "."));
    }
    DocumentSource source = DocumentSource.of(job.document());
    return parsers.of(task).parse(source, task.type(), job.order().limits(), this::send);
  }

  private void send(Block block) throws IOException {
    tally.add(block);
    byte[] encoded = BlockEncoder.encode(block);
    if (encoded.length > job.order().blockBytes()) {
      throw new BudgetReachedException("blockMegabytes", job.order().blockBytes() >> 20);
    }
    out.writeLong(FrameKind.BLOCK_PART, FrameKind.BLOCK, encoded);
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
