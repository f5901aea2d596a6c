package dev.frostbyte.core.inspect;

import dev.frostbyte.core.inspect.Grammar.Guards;
import java.util.List;
import java.util.function.Consumer;

/**
 * Matches the grammar against words. At each word only the rules that can begin there run, each
 * over at most 62 words by a reachable-set walk: the cost is linear in the number of words whatever
 * they are.
 */
final class Matcher {
  private static final int WINDOW = 62;
  private static final int NEGATION_REACH = 2;
  private static final int NARRATOR_REACH = 6;
  private static final int DOCUMENT_REACH = 4;
  private static final double NARRATED = 0.3;
  private static final double ABOUT_A_DOCUMENT = 0.5;

  private final Grammar grammar;

  Matcher(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * A match.
   *
   * @param first its first word
   * @param last its last word
   */
  record Match(Rule rule, double score, int first, int last) {}

  void match(Tokens tokens, Consumer<Match> found) {
    for (Language language : Language.values()) {
      Guards guards = grammar.guards(language);
      for (int at = 0; at < tokens.size(); at++) {
        if (tokens.isKnown(at)) {
          matchAt(tokens, at, grammar.rules(language), guards, found);
        }
      }
    }
  }

  private void matchAt(
      Tokens tokens, int at, List<Rule> rules, Guards guards, Consumer<Match> found) {
    for (Rule rule : rules) {
      int last = begins(tokens, at, rule) ? last(tokens, at, rule, guards) : -1;
      double score = last < 0 ? 0 : weighed(tokens, at, last, rule, guards);
      if (score > 0) {
        found.accept(new Match(rule, score, at, last));
      }
    }
  }

  private static boolean begins(Tokens tokens, int at, Rule rule) {
    Rule.Step first = rule.steps().getFirst();
    return tokens.is(at, rule.language(), first.mask())
        && (!first.colon() || tokens.colonAfter(at))
        && (!rule.opens() || tokens.breakBefore(at) != Tokens.NONE);
  }

  /** The last word of the shortest match that begins here, or -1. */
  private static int last(Tokens tokens, int start, Rule rule, Guards guards) {
    long reached = 1;
    for (int i = 1; i < rule.steps().size() && reached != 0; i++) {
      reached = advance(tokens, start, reached, rule, i, guards.filler());
    }
    return reached == 0 ? -1 : start + Long.numberOfTrailingZeros(reached);
  }

  private static long advance(
      Tokens tokens, int start, long reached, Rule rule, int step, Mask filler) {
    long next = 0;
    for (long rest = reached; rest != 0; rest &= rest - 1) {
      next |=
          reach(
              tokens,
              start,
              Long.numberOfTrailingZeros(rest),
              rule,
              rule.steps().get(step),
              filler);
    }
    return next;
  }

  private static long reach(
      Tokens tokens, int start, int from, Rule rule, Rule.Step step, Mask filler) {
    long next = 0;
    int most = Math.min(Math.min(from + 1 + step.gap(), WINDOW), tokens.size() - 1 - start);
    for (int offset = from + 1; offset <= most; offset++) {
      int token = start + offset;
      if (tokens.breakBefore(token) == Tokens.SENTENCE && !rule.crosses()) {
        return next;
      }
      if (tokens.is(token, rule.language(), step.mask())
          && (!step.colon() || tokens.colonAfter(token))) {
        next |= 1L << offset;
      }
      if (step.fillers() && !tokens.is(token, rule.language(), filler)) {
        return next;
      }
    }
    return next;
  }

  private static double weighed(Tokens tokens, int first, int last, Rule rule, Guards guards) {
    if (rule.firm()) {
      return rule.score();
    }
    if (before(tokens, first, NEGATION_REACH, rule.language(), guards.negation())) {
      return 0;
    }
    double score = rule.score();
    score *= narrated(tokens, first, rule.language(), guards) ? NARRATED : 1;
    score *= aboutDocument(tokens, last, rule.language(), guards) ? ABOUT_A_DOCUMENT : 1;
    return score;
  }

  /** Somebody else is spoken about: a narrator before it, and no reader addressed in between. */
  private static boolean narrated(Tokens tokens, int first, Language language, Guards guards) {
    for (int at = first; at > Math.max(0, first - NARRATOR_REACH); at--) {
      boolean ends = tokens.breakBefore(at) != Tokens.NONE;
      if (ends || tokens.is(at - 1, language, guards.you())) {
        return false;
      }
      if (tokens.is(at - 1, language, guards.narrator())) {
        return true;
      }
    }
    return false;
  }

  private static boolean before(Tokens tokens, int first, int reach, Language language, Mask mask) {
    for (int at = first; at > Math.max(0, first - reach); at--) {
      if (tokens.breakBefore(at) != Tokens.NONE) {
        return false;
      }
      if (tokens.is(at - 1, language, mask)) {
        return true;
      }
    }
    return false;
  }

  /** A preposition follows and soon after it a document, as in "the instructions in my letter". */
  private static boolean aboutDocument(Tokens tokens, int last, Language language, Guards guards) {
    int most = Math.min(tokens.size(), last + 1 + DOCUMENT_REACH);
    if (last + 1 >= most || !tokens.is(last + 1, language, guards.preposition())) {
      return false;
    }
    for (int at = last + 1; at < most && tokens.breakBefore(at) == Tokens.NONE; at++) {
      if (tokens.is(at, language, guards.document())) {
        return true;
      }
    }
    return false;
  }
}
