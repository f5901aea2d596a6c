package dev.frostbyte.api.model;

/**
 * A place that an inspector points at; it never quotes. Immutable.
 *
 * @param inspector name of the stage that found it
 * @param rule stable id of the rule, such as {@code injection.override.en}
 * @param family group of rules, such as {@code override}, {@code invisible}, {@code IBAN}
 * @param kind what it means for policy
 * @param score 0 to 1, how sure
 * @param span where
 */
public record Finding(
    String inspector, String rule, String family, Kind kind, double score, Span span) {
  /** What a finding means for policy. */
  public enum Kind {
    /** Text that tries to instruct a reader's machine. */
    INSTRUCTION,
    /** Text kept from a reader's eyes. */
    HIDDEN,
    /** Personal data. */
    PERSONAL,
    /**
     * Speaks for a {@link DocumentClass}, whose word is the family; no harm. An inspector that
     * classifies always reports one of the family {@code other}, whose rule names its version.
     */
    CLASS
  }

  /** The same finding at another place. */
  public Finding at(Span place) {
    return new Finding(inspector, rule, family, kind, score, place);
  }

  /** Checks the score. */
  public Finding {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score must be 0 to 1, got " + score);
    }
  }
}
