package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a style sheet into rules, as a screen of {@value #WIDTH} by {@value #HEIGHT}
 * pixels takes them: media queries that such a screen meets, what is supported, layers, rules in
 * rules. Imports and other at-rules are left out, as are rules that can hide nothing. One thread.
 */
final class StyleSheet {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int DEEPEST = 6;

  /** Rules that are kept, and the letters of all their selectors. */
  static final int MOST_RULES = 20_000;

  private static final int MOST_LETTERS = 1 << 22;

  /** Selectors longer than this do not take in those around them. */
  private static final int LONGEST_SELECTORS = 10_000;

  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)(?:display|visibility|opacity|filter|font|color|background|position|left|top|right"
              + "|bottom|indent|margin|transform|clip|width|height|overflow|white-space|zoom|scale|translate|inset|--[\\w-]+)");
  private static final Pattern FEATURE = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern BOUND =
      Pattern.compile("(min|max)-(width|height)\\s*:\\s*(\\d{1,6})(?:\\.\\d*)?(px|em|rem)?");

  private final String text;
  private final List<Rule> rules = new ArrayList<>();
  private final UnreadRules others = new UnreadRules();
  private long letters;
  private int unread;

  private StyleSheet(String text) {
    this.text = text;
  }

  /** Selectors and what they say, without the rules inside. */
  record Rule(String selectors, String declarations) {}

  /** Reads a text that {@link StyleText} made plain. */
  static StyleSheet read(String plain) {
    StyleSheet read = new StyleSheet(plain);
    read.read(0, read.text.length(), 0, "");
    return read;
  }

  /** As many rules as there is room for, in order. */
  List<Rule> rules() {
    return rules;
  }

  /** How many more there are, those that stand too deep in others included. */
  int unread() {
    return unread;
  }

  /** Rules there was no room for. */
  UnreadRules others() {
    return others;
  }

  private void read(int from, int to, int depth, String around) {
    int start = from;
    unread += depth < DEEPEST ? 0 : blocks(from, to);
    for (int at = from; at < to && depth < DEEPEST; at++) {
      char letter = text.charAt(at);
      if (letter == '{') {
        String prelude = text.substring(start, at).strip();
        int close = closing(at, to);
        block(prelude, at + 1, close, depth, around);
        at = close;
      }
      start = letter == '{' || letter == ';' ? at + 1 : start;
    }
  }

  private void block(String prelude, int from, int to, int depth, String around) {
    if (!prelude.startsWith("@")) {
      String selectors = nested(prelude, around);
      String own = own(from, to);
      if (TELLING.matcher(own).find()) {
        keep(new Rule(selectors, own));
      }
      read(from, to, depth + 1, selectors);
    } else if (applies(prelude.toLowerCase(Locale.ROOT))) {
      read(from, to, depth + 1, around);
    }
  }

  private void keep(Rule rule) {
    letters += rule.selectors().length();
    if (rules.size() < MOST_RULES && letters <= MOST_LETTERS) {
      rules.add(rule);
    } else {
      unread++;
      others.add(rule);
    }
  }

  private int blocks(int from, int to) {
    return (int) text.substring(from, to).chars().filter(letter -> letter == '{').count();
  }

  /** What a block says itself: what is in it without the rules inside. */
  private String own(int from, int to) {
    StringBuilder own = new StringBuilder();
    int start = from;
    for (int at = from; at < to; at++) {
      char letter = text.charAt(at);
      if (letter == ';') {
        own.append(text, start, at + 1);
      } else if (letter == '{') {
        at = closing(at, to);
      }
      start = letter == '{' || letter == ';' ? at + 1 : start;
    }
    return own.append(text, Math.min(start, to), to).toString();
  }

  /** A selector inside a rule; of a list around it the first counts. */
  private static String nested(String selectors, String around) {
    if (around.isEmpty()) {
      return selectors;
    }
    int comma = around.indexOf(',');
    String outer = (comma < 0 ? around : around.substring(0, comma)).strip();
    long times = Math.max(1, selectors.chars().filter(letter -> letter == '&').count());
    if (selectors.length() + times * outer.length() > LONGEST_SELECTORS) {
      return selectors;
    }
    return selectors.contains("&") ? selectors.replace("&", outer) : outer + " " + selectors;
  }

  /** The brace that ends a block, or the end where none does. */
  private int closing(int brace, int to) {
    int open = 0;
    for (int at = brace; at < to; at++) {
      char c = text.charAt(at);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (open == 0) {
        return at;
      }
    }
    return to;
  }

  private static boolean applies(String prelude) {
    if (prelude.startsWith("@layer")) {
      return true;
    }
    if (prelude.startsWith("@supports")) {
      return !prelude.contains("not ") && !prelude.contains("not(");
    }
    return prelude.startsWith("@media")
        && List.of(prelude.substring("@media".length()).split(",")).stream()
            .anyMatch(StyleSheet::isMet);
  }

  /** Whether the screen meets a query; one that asks what is not known is not met. */
  private static boolean isMet(String query) {
    String kind = FEATURE.matcher(query).replaceAll(" ").replaceAll("\\b(?:only|and)\\b", " ");
    boolean screen = kind.isBlank() || kind.strip().equals("screen") || kind.strip().equals("all");
    Matcher feature = FEATURE.matcher(query);
    while (screen && feature.find()) {
      screen = has(feature.group(1).strip());
    }
    return screen;
  }

  private static boolean has(String feature) {
    Matcher bound = BOUND.matcher(feature);
    if (!bound.matches()) {
      return feature.isEmpty();
    }
    int size = bound.group(2).equals("width") ? WIDTH : HEIGHT;
    int limit =
        Integer.parseInt(bound.group(3))
            * ("px".equals(bound.group(4)) || bound.group(4) == null ? 1 : 16);
    return bound.group(1).equals("min") ? size >= limit : size <= limit;
  }
}
