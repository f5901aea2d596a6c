package dev.frostbyte.core.inspect;

import dev.frostbyte.core.inspect.Grammar.Guards;
import java.util.function.Function;

/**
 * Tells an instruction from talk about one: quoted and introduced as a quotation, an example or an
 * attack. Such a match is still reported, below quarantine.
 */
final class Reporting {
  private static final int WORDS_BEFORE = 30;
  private static final int WORDS_AFTER = 12;
  private static final int INTRODUCTION = 4;
  private static final int TOLD = 6;
  private static final int QUOTE_REACH = 300;

  private final int[] text;
  private final Grammar grammar;

  Reporting(int[] text, Grammar grammar) {
    this.text = text;
    this.grammar = grammar;
  }

  boolean reported(Tokens tokens, int first, int last) {
    int reports = 0;
    int attacks = 0;
    boolean introduced = false;
    for (int at = Math.max(0, first - WORDS_BEFORE);
        at < Math.min(tokens.size(), last + 1 + WORDS_AFTER);
        at++) {
      boolean outside = at < first || at > last;
      boolean report = outside && any(tokens, at, Guards::report);
      attacks += outside && any(tokens, at, Guards::attack) ? 1 : 0;
      reports += report ? 1 : 0;
      introduced |= report && at < first && at >= first - INTRODUCTION;
    }
    boolean quoted = quoted(tokens.start(first, last), tokens.end(first, last));
    return quoted && (reports + attacks > 0)
        || introduced && attacks > 0
        || attacks > 1
        || told(tokens, first);
  }

  /** Somebody, not the reader, is told to do it. */
  private boolean told(Tokens tokens, int first) {
    for (int at = first - 1; at >= Math.max(0, first - TOLD); at--) {
      if (tokens.breakBefore(at + 1) == Tokens.SENTENCE || any(tokens, at, Guards::you)) {
        return false;
      }
      if (any(tokens, at, Guards::tells)) {
        return true;
      }
    }
    return false;
  }

  /** The same for a mark that is no word. */
  boolean reportedMark(Tokens tokens, int from, int to) {
    int first = 0;
    int most = tokens.size();
    while (first < most) {
      int middle = (first + most) >>> 1;
      first = tokens.from(middle) < from ? middle + 1 : first;
      most = tokens.from(middle) < from ? most : middle;
    }
    int last = first;
    while (last + 1 < tokens.size() && tokens.from(last + 1) < to) {
      last++;
    }
    return first < tokens.size() && reported(tokens, first, last);
  }

  private boolean any(Tokens tokens, int at, Function<Guards, Mask> mask) {
    for (Language language : Language.values()) {
      if (tokens.is(at, language, mask.apply(grammar.guards(language)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the place lies in quotation marks or back quotes of its paragraph. */
  boolean quoted(int start, int end) {
    int marks = 0;
    int nearest = -1;
    for (int at = start - 1; at >= Math.max(0, start - QUOTE_REACH) && !blankLine(at); at--) {
      marks += text[at] == '"' || text[at] == '`' ? 1 : 0;
      nearest = nearest < 0 && (opens(text[at]) || closer(text[at])) ? at : nearest;
    }
    boolean open =
        nearest >= 0 && opens(text[nearest]) && Character.isLetterOrDigit(text[nearest + 1]);
    return (marks % 2 == 1 || open) && closes(end);
  }

  private boolean blankLine(int at) {
    return text[at] == '\n' && at > 0 && text[at - 1] == '\n';
  }

  private static boolean opens(int mark) {
    return mark == 0x201C
        || mark == 0x201E
        || mark == 0xAB
        || mark == 0xBB
        || mark == 0x2018
        || mark == 0x2039;
  }

  private static boolean closer(int mark) {
    return mark == 0x201D
        || mark == 0x201C
        || mark == 0xBB
        || mark == 0xAB
        || mark == 0x2019
        || mark == 0x203A;
  }

  private boolean closes(int end) {
    for (int at = end; at < Math.min(text.length, end + QUOTE_REACH); at++) {
      if (text[at] == '"' || text[at] == '`' || closer(text[at])) {
        return true;
      }
    }
    return false;
  }
}
