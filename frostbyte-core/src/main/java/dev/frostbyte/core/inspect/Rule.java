package dev.frostbyte.core.inspect;

import java.util.List;

/**
 * One pattern of the grammar: word classes in order with bounded gaps. Immutable.
 *
 * @param family group of rules
 * @param score 0 to 1 when nothing weakens it
 * @param language of its words
 * @param firm not weakened by a negation or a narrator before it
 * @param opens only at the beginning of a sentence, a line or after a colon
 * @param crosses goes on over the end of a sentence
 * @param steps at least one
 */
record Rule(
    String family,
    double score,
    Language language,
    boolean firm,
    boolean opens,
    boolean crosses,
    List<Step> steps) {
  Rule {
    steps = List.copyOf(steps);
  }

  String id() {
    return "injection." + family + "." + language.code();
  }

  /**
   * One word of a pattern.
   *
   * @param mask classes of which the word has one at least
   * @param gap most words between this and the one before
   * @param fillers whether those words must be fillers
   * @param colon whether a colon must follow
   */
  record Step(Mask mask, int gap, boolean fillers, boolean colon) {}
}
