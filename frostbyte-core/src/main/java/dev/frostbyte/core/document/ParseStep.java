package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.core.plugin.ParserRoute;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one parser on one document and builds the canonical document. Thread-safe. */
public final class ParseStep {
  /**
   * Largest plain text read in this JVM. Formats that are plain text can cost quadratic time too
   * ({@code <a <a <a} in Markdown: 0.2 s at 30 kB, 10 s at 240 kB), and only a process of its own
   * has a deadline.
   */
  static final int MAX_BYTES_HERE = 32 << 10;

  private final ParserHost.Seat seat;
  private final ParseLimits limits;
  private final Consumer<Block.PageImage> images;
  private final AttachedPieces.Bounds bounds;

  /** Parsers that are not pure text, and all parsers of large files, run on this seat. */
  public ParseStep(ParserHost.Seat seat, ParseLimits limits) {
    this(seat, limits, AttachedPieces.Bounds.of(limits), image -> {});
  }

  /**
   * A step that takes no more than so many files inside a document.
   *
   * @param maxBytes of all of them together
   */
  public ParseStep(ParserHost.Seat seat, ParseLimits limits, int maxFiles, long maxBytes) {
    this(seat, limits, new AttachedPieces.Bounds(maxFiles, maxBytes), image -> {});
  }

  /** A step that hands on the pictures of pages, where a parser makes any. */
  public ParseStep(ParserHost.Seat seat, ParseLimits limits, Consumer<Block.PageImage> images) {
    this(seat, limits, AttachedPieces.Bounds.of(limits), images);
  }

  private ParseStep(
      ParserHost.Seat seat,
      ParseLimits limits,
      AttachedPieces.Bounds bounds,
      Consumer<Block.PageImage> images) {
    this.bounds = bounds;
    this.seat = seat;
    this.limits = limits;
    this.images = images;
  }

  /**
   * Reads a document.
   *
   * @param egress for parsers elsewhere
   * @param files takes the files that lie in it
   * @throws IOException when no parser can be started
   * @throws FrostbyteException when the journal refuses what was to be sent
   */
  Outcome parse(
      ParserRoute route,
      DocumentSource source,
      MediaType type,
      ContentHash hash,
      Egress egress,
      AttachedSink files)
      throws IOException {
    CanonicalBuilder builder = new CanonicalBuilder(limits, images, bounds, files);
    return switch (run(route, source, type, builder, egress)) {
      case ParseResult.Complete complete ->
          new Outcome.Read(
              builder.build(
                  type, hash, route.fingerprint(), complete.pages(), complete.expected()));
      case ParseResult.Cut cut ->
          new Outcome.Read(builder.buildCut(type, hash, route.fingerprint(), cut.pages()));
      case ParseResult.Refused refused ->
          new Outcome.Refused(
              refused.problem(), builder.blocks(), arrived(builder, route, type, hash));
    };
  }

  private static @Nullable CanonicalDocument arrived(
      CanonicalBuilder builder, ParserRoute route, MediaType type, ContentHash hash) {
    return builder.blocks() == 0
        ? null
        : builder.buildCut(type, hash, route.fingerprint(), builder.pages());
  }

  /**
   * How a parser is contained when it reads this document: {@code in-process}, {@code elsewhere},
   * or the level of the host of parsers.
   */
  public static String containment(ParserRoute route, DocumentSource source, String host) {
    return switch (route) {
      case ParserRoute.Local local -> isHere(local, source) ? "in-process" : host;
      case ParserRoute.Remote remote -> "elsewhere";
    };
  }

  private ParseResult run(
      ParserRoute route,
      DocumentSource source,
      MediaType type,
      CanonicalBuilder builder,
      Egress egress)
      throws IOException {
    try {
      return switch (route) {
        case ParserRoute.Local local -> runLocal(local, source, type, builder);
        case ParserRoute.Remote remote -> runRemote(remote, source, type, builder, egress);
      };
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

  private ParseResult runLocal(
      ParserRoute.Local route, DocumentSource source, MediaType type, CanonicalBuilder builder)
      throws IOException {
    return isHere(route, source)
        ? runHere(route, source, type, builder)
        : seat.parse(route.task(type), source, limits, builder);
  }

  private static boolean isHere(ParserRoute.Local route, DocumentSource source) {
    return route.plugin().pureText() && source.size() <= MAX_BYTES_HERE;
  }

  /** The port is the parser's for this document only, and no longer than the reading may take. */
  private ParseResult runRemote(
      ParserRoute.Remote route,
      DocumentSource source,
      MediaType type,
      CanonicalBuilder builder,
      Egress egress)
      throws BudgetReachedException {
    try (LentEgress lent = new LentEgress(egress, limits.deadline())) {
      return route.parser().parse(source, type, limits, lent, builder);
    } catch (BudgetReachedException e) {
      throw e;
    } catch (InterruptedIOException e) {
      return refused(ProblemCode.PARSER_TIMEOUT, "The service did not answer in time", e);
    } catch (IOException e) {
      return refused(ProblemCode.EGRESS_FAILED, "The service gave no whole answer", e);
    } catch (FrostbyteException e) {
      return notConsented(e);
    } catch (RuntimeException | StackOverflowError e) {
      return refused(ProblemCode.PARSER_ERROR, "The parser of " + type + " gave up", e);
    }
  }

  private static ParseResult notConsented(FrostbyteException refusal) {
    if (refusal.problem().code() == ProblemCode.EGRESS_NOT_CONSENTED) {
      return new ParseResult.Refused(refusal.problem());
    }
    throw refusal;
  }

  /** Input is in memory, so what fails is the document. */
  private ParseResult runHere(
      ParserRoute.Local route, DocumentSource source, MediaType type, CanonicalBuilder builder)
      throws BudgetReachedException {
    try {
      return route.parser().parse(source, type, limits, builder);
    } catch (BudgetReachedException e) {
      throw e;
    } catch (IOException e) {
      return refused(
          ProblemCode.FILE_CORRUPTED, "The file cannot be read as " + FormatNames.name(type), e);
    } catch (RuntimeException | StackOverflowError e) {
      return refused(
          ProblemCode.PARSER_ERROR, "The parser of " + FormatNames.name(type) + " gave up", e);
    }
  }

  private static ParseResult refused(ProblemCode code, String what, Throwable cause) {
    return new ParseResult.Refused(Problem.of(code, what + kind(cause) + "."));
  }

  /** A plain {@link IOException} says nothing; its kinds do. */
  private static String kind(Throwable cause) {
    return cause.getClass() == IOException.class
        ? ""
        : " (" + cause.getClass().getSimpleName() + ")";
  }

  /** How reading ended. */
  public sealed interface Outcome {
    /** Read, perhaps cut by a counted budget. */
    record Read(CanonicalDocument document) implements Outcome {}

    /**
     * Not read.
     *
     * @param arrived blocks that came before a parser gave up or was killed
     * @param partial what these blocks say: evidence of how far it got, never published; null when
     *     none came
     */
    record Refused(Problem problem, int arrived, @Nullable CanonicalDocument partial)
        implements Outcome {}
  }
}
