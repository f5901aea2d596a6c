package dev.frostbyte.parsers.pdf;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text begins that may be a note: with a raised number or letter, with a sign such as an
 * asterisk or a dagger, or with a number under a short line. Immutable.
 *
 * @param marker as written, empty when it begins as no note does
 * @param raised whether the marker stands above the line or is a sign that is used for notes only
 * @param ruled whether a short line is painted between it and the text above
 * @param referenced whether the marker stands raised in the text of its page
 */
record NoteMark(String marker, boolean raised, boolean ruled, boolean referenced) {
  static final NoteMark NONE = new NoteMark("", false, false, false);

  private static final Pattern RAISED = Pattern.compile("\\d{1,3}|[a-zA-Z]|[*†‡§¶#]{1,3}");
  private static final Pattern SIGN = Pattern.compile("([*†‡§¶]{1,3})\\S*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}|\\[\\d{1,3}\\]|\\d{1,3}[.)]");

  /** Longest line above notes as a share of the page's width. */
  private static final float LONGEST_RULE = 0.5f;

  /** How far above the notes the line lies, in font sizes. */
  private static final float RULE_ABOVE = 2.5f;

  static NoteMark of(Chunk line, PageText page, Set<String> references) {
    String raised = raised(line);
    boolean ruled = isRuled(line, page);
    if (!raised.isEmpty()) {
      return new NoteMark(raised, true, ruled, references.contains(raised));
    }
    String first = line.words().getFirst().text();
    boolean number = ruled && line.words().size() > 1 && NUMBER.matcher(first).matches();
    return number ? new NoteMark(first, false, true, references.contains(first)) : NONE;
  }

  /** Whether a line begins with a mark that only notes have. */
  static boolean begins(Chunk line) {
    return !raised(line).isEmpty();
  }

  /** Raised texts at the ends of words. */
  static Set<String> references(List<Chunk> chunks) {
    Set<String> references = new TreeSet<>();
    for (Chunk chunk : chunks) {
      for (Word word : chunk.words().subList(1, chunk.words().size())) {
        addAll(references, isRaised(word, chunk) ? word.text() : tail(word));
      }
      addAll(references, tail(chunk.words().getFirst()));
    }
    return references;
  }

  private static void addAll(Set<String> references, String raised) {
    for (String reference : raised.split("[,;\\s]+")) {
      if (RAISED.matcher(reference).matches()) {
        references.add(reference);
      }
    }
  }

  private static String tail(Word word) {
    int length = word.text().length();
    return word.text().substring(Math.max(0, length - word.tail()));
  }

  private static String raised(Chunk line) {
    Word first = line.words().getFirst();
    boolean alone = line.words().size() > 1 && isRaised(first, line);
    int lead = alone ? first.text().length() : Math.min(first.lead(), first.text().length());
    String mark = first.text().substring(0, lead);
    if (RAISED.matcher(mark).matches()) {
      return mark;
    }
    Matcher sign = SIGN.matcher(first.text());
    boolean bullet = first.text().equals("*");
    return sign.matches() && !bullet ? sign.group(1) : "";
  }

  private static boolean isRaised(Word word, Chunk line) {
    return word.size() < 0.86f * line.size()
        && line.baseline() - word.baseline() > 0.15f * line.size();
  }

  private static boolean isRuled(Chunk line, PageText page) {
    float top = line.rect().top();
    float least = top - RULE_ABOVE * line.size();
    float longest = LONGEST_RULE * page.frame().page().width();
    return page.rules().stream()
        .filter(Rule::horizontal)
        .filter(rule -> rule.at() <= top + 1 && rule.at() >= least)
        .filter(rule -> Math.abs(rule.from() - line.rect().left()) < 3 * line.size())
        .anyMatch(rule -> rule.length() > 2 * line.size() && rule.length() < longest);
  }
}
