package dev.frostbyte.core;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parsers by which a tenant has documents of one type read, instead of the pipeline's chain.
 * Immutable.
 *
 * @param type what is read so
 * @param steps who is asked, in this order; 1 to {@value #MOST}
 */
public record ParserChoice(MediaType type, List<Step> steps) {
  /** Most parsers of one type: every attempt is told in one event. */
  public static final int MOST = 8;

  /** Checks the number, copies the list, and refuses a parser that is named twice. */
  public ParserChoice {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > MOST) {
      throw refused("A chain has 1 to " + MOST + " parsers, not " + steps.size() + ".");
    }
    Set<String> names = new HashSet<>();
    for (Step step : steps) {
      if (!names.add(step.parser())) {
        throw refused("The parser '" + step.parser() + "' is named twice in one chain.");
      }
    }
  }

  /** A chain of one. */
  public static ParserChoice of(MediaType type, String parser) {
    return new ParserChoice(type, List.of(new Step(parser, 0)));
  }

  /**
   * The same chain with one more parser.
   *
   * @param leastQuality as {@link Step} has it
   */
  public ParserChoice then(String parser, double leastQuality) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(parser, leastQuality));
    return new ParserChoice(type, longer);
  }

  private static FrostbyteException refused(String message) {
    return FrostbyteException.of(ProblemCode.INVALID_ARGUMENT, message);
  }

  /**
   * One parser of a chain.
   *
   * @param parser a name the pipeline holds for the type, such as {@code pdf}; one that it holds
   *     with a configuration of its own as well is {@code ocr+} and the first 16 digits of the
   *     configuration's hash, as audit events spell it
   * @param leastQuality asked when no reading so far reaches this, 0 to 1, in steps of a
   *     thousandth; of no account for the first
   */
  public record Step(String parser, double leastQuality) {
    private static final Pattern PARSER = Pattern.compile("[a-z][a-z0-9-]{0,31}(\\+[0-9a-f]{16})?");

    /** Checks both and rounds the quality. */
    public Step {
      if (!PARSER.matcher(parser).matches()) {
        throw refused("The name of a parser must match " + PARSER + ".");
      }
      if (!(leastQuality >= 0 && leastQuality <= 1)) {
        throw refused("The least quality must be 0 to 1, not " + leastQuality + ".");
      }
      leastQuality = Math.round(leastQuality * 1000) / 1000.0;
    }
  }
}
