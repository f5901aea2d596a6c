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
   * @throws IOException when no parser can be started
   */
  public Reading read(
      ParserChain chain, DocumentSource source, MediaType type, ContentHash hash, Egress egress)
      throws IOException {
    Best best = new Best();
    for (ParserChain.Link link : chain.links()) {
      if (!best.suffices(link.leastQuality())) {
        best.take(link.route().fingerprint(), step.parse(link.route(), source, type, hash, egress));
      }
    }
    return best.reading();
  }

  /**
   * How reading a document ended.
   *
   * @param attempts every parser that was asked, in order
   */
  public record Reading(ParseStep.Outcome outcome, List<Attempt> attempts) {
    /** Copies the list. */
    public Reading {
      attempts = List.copyOf(attempts);
    }
  }

  /** What counts so far. One thread. */
  private static final class Best {
    private static final double UNREAD = -1;

    private final List<Attempt> attempts = new ArrayList<>();
    private Optional<ParseStep.Outcome> outcome = Optional.empty();
    private double quality = UNREAD;
    private boolean ended;

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
        quality = read ? attempt.quality() : quality;
      }
    }

    Reading reading() {
      return new Reading(outcome.orElseThrow(), attempts);
    }
  }
}
