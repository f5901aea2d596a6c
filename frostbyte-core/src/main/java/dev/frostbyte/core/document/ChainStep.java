package dev.frostbyte.core.document;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.core.plugin.ParserChain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks the parsers of a type one after the other until one reads well enough; the best reading
 * counts, of equals the earlier. What says something of the document rather than of a parser, such
 * as a password or a budget, is final. Thread-safe.
 */
public final class ChainStep {
  /** Ends after which another parser may fare better. */
  private static final Set<String> GO_ON =
      Set.of(
          Attempt.READ,
          ProblemCode.PARSER_ERROR.name(),
          ProblemCode.PARSER_TIMEOUT.name(),
          ProblemCode.PARSER_OUT_OF_MEMORY.name(),
          ProblemCode.PARSER_CRASHED.name(),
          ProblemCode.NO_TEXT.name(),
          ProblemCode.FILE_CORRUPTED.name(),
          ProblemCode.EGRESS_NOT_CONSENTED.name(),
          ProblemCode.EGRESS_FAILED.name());

  private final ParseStep step;

  /** Every parser runs by this step. */
  public ChainStep(ParseStep step) {
    this.step = step;
  }

  /**
   * Reads a document.
   *
   * @param egress for parsers elsewhere; {@link Egress#NONE} where there is no tenant
   * @param sinks gives each parser one for the files that lie in the document
   * @throws IOException when no parser can be started
   */
  public <F extends AttachedSink> Reading<F> read(
      ParserChain chain,
      DocumentSource source,
      MediaType type,
      ContentHash hash,
      Egress egress,
      Supplier<F> sinks)
      throws IOException {
    try (Best<F> best = new Best<>()) {
      for (ParserChain.Link link : chain.links()) {
        if (!best.suffices(link.leastQuality())) {
          F files = best.begin(sinks.get());
          ParseStep.Outcome outcome = step.parse(link.route(), source, type, hash, egress, files);
          best.take(link.route().fingerprint(), outcome);
        }
      }
      return best.reading();
    }
  }

  /**
   * How reading a document ended.
   *
   * @param attempts every parser that was asked, in order
   * @param files those that lie in the document, of the reading that counts; the caller closes it
   */
  public record Reading<F extends AttachedSink>(
      ParseStep.Outcome outcome, List<Attempt> attempts, F files) {
    /** Copies the list. */
    public Reading {
      attempts = List.copyOf(attempts);
    }

    /**
     * How the parser was contained whose reading counts; without a reading, the last one asked.
     *
     * @param chain that was asked
     * @param host level of the host of parsers
     */
    public String sandbox(ParserChain chain, DocumentSource source, String host) {
      String parser =
          switch (outcome) {
            case ParseStep.Outcome.Read read -> read.document().parser();
            case ParseStep.Outcome.Refused refused -> attempts.getLast().parser();
          };
      return chain.links().stream()
          .map(ParserChain.Link::route)
          .filter(route -> route.fingerprint().equals(parser))
          .findFirst()
          .map(route -> ParseStep.containment(route, source, host))
          .orElse(host);
    }
  }

  /** What counts so far; closing it lets go of the files of all other readings. One thread. */
  private static final class Best<F extends AttachedSink> implements AutoCloseable {
    private static final double UNREAD = -1;

    private final List<Attempt> attempts = new ArrayList<>();
    private Optional<ParseStep.Outcome> outcome = Optional.empty();
    private double quality = UNREAD;
    private boolean ended;
    private final List<F> opened = new ArrayList<>();
    private Optional<F> files = Optional.empty();
    private boolean handedOn;

    F begin(F sink) {
      opened.add(sink);
      return sink;
    }

    boolean suffices(double least) {
      return ended || (quality > 0 && quality >= least);
    }

    /** A refusal gives way to a reading, and to one that says something of the document. */
    void take(String parser, ParseStep.Outcome taken) {
      Attempt attempt = Attempt.of(parser, taken);
      attempts.add(attempt);
      ended = !GO_ON.contains(attempt.outcome());
      boolean read = taken instanceof ParseStep.Outcome.Read;
      boolean better = read ? attempt.quality() > quality : ended && quality == UNREAD;
      if (better || outcome.isEmpty()) {
        outcome = Optional.of(taken);
        files = Optional.of(opened.getLast());
        quality = read ? attempt.quality() : quality;
      }
    }

    Reading<F> reading() {
      handedOn = true;
      return new Reading<>(outcome.orElseThrow(), attempts, files.orElseThrow());
    }

    @Override
    public void close() {
      opened.stream()
          .filter(sink -> !handedOn || sink != files.orElseThrow())
          .forEach(AttachedSink::close);
    }
  }
}
