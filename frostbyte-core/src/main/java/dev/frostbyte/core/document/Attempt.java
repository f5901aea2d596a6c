package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ProblemCode;

/**
 * How one parser of a chain fared with a document: evidence, no content. Immutable.
 *
 * @param parser its fingerprint
 * @param outcome {@value #READ}, {@value #CUT}, or the code of the problem
 * @param quality 0 to 1, see {@link CanonicalDocument#quality()}; 0 when nothing was read
 */
public record Attempt(String parser, String outcome, double quality) {
  /** Read to the end. */
  static final String READ = "READ";

  /** Cut by a counted budget. */
  static final String CUT = "CUT";

  /** Whether something was read. */
  public boolean read() {
    return outcome.equals(READ) || outcome.equals(CUT);
  }

  static Attempt of(String parser, ParseStep.Outcome outcome) {
    return switch (outcome) {
      case ParseStep.Outcome.Read read -> read(parser, read.document());
      case ParseStep.Outcome.Refused refused ->
          new Attempt(parser, refused.problem().code().name(), 0);
    };
  }

  /** A document of which nobody can see a word was not read, whatever the parser says. */
  private static Attempt read(String parser, CanonicalDocument document) {
    return document.original().isBlank()
        ? new Attempt(parser, ProblemCode.NO_TEXT.name(), 0)
        : new Attempt(parser, document.complete() ? READ : CUT, document.quality());
  }
}
