package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Rules of the page's own style sheets, applied to its elements. Only rules that can hide something
 * are taken, the more specific one wins, and of two the later. Immutable once made.
 *
 * @param said what the sheets say about each element; elements they do not touch are absent
 * @param limits sentences about what was not read, with both numbers; none when all was
 */
record StyleRules(Map<Element, Declarations> said, List<String> limits) {
  /** Each may be looked for in the whole page. */
  static final int MOST_SELECTORS = 20_000;

  /** Elements that are looked at, by all selectors together; some seconds. */
  static final long MOST_LOOKS = 5_000_000;

  private static final int MOST_CHARACTERS = 1 << 22;

  /** What the sheets say of a page. */
  static StyleRules of(Document page) {
    StringBuilder sheet = new StringBuilder();
    page.select("style").forEach(style -> sheet.append(style.data()).append('\n'));
    List<String> limits = new ArrayList<>();
    limit("characters", sheet.length(), MOST_CHARACTERS, limits);
    sheet.setLength(Math.min(sheet.length(), MOST_CHARACTERS));
    Map<Element, Declarations> said = new IdentityHashMap<>();
    if (!sheet.toString().isBlank()) {
      apply(StyleSheet.read(sheet.toString()), page, said, limits);
    }
    return new StyleRules(said, List.copyOf(limits));
  }

  private static void apply(
      StyleSheet sheet, Document page, Map<Element, Declarations> said, List<String> limits) {
    limit("rules", sheet.rules().size() + sheet.unread(), sheet.rules().size(), limits);
    UnreadRules unread = sheet.others();
    ElementIndex index = new ElementIndex(page);
    List<Selected> selectors = selected(sheet.rules(), unread);
    int applied = 0;
    for (Selected each : selectors) {
      boolean room = applied < MOST_SELECTORS && index.looks() < MOST_LOOKS;
      if (room) {
        apply(index, each, said);
        applied++;
      } else {
        unread.add(SelectorReader.one(each.selector()), each.said());
      }
    }
    limit("selectors", selectors.size(), applied, limits);
    unread.apply(page, said);
  }

  private static void limit(String what, long found, long read, List<String> limits) {
    if (found > read) {
      limits.add("The style sheets have " + found + " " + what + "; " + read + " are read.");
    }
  }

  /** Rules that can hide something, the less specific ones first (CSS Cascade 4, 6.1). */
  private static List<Selected> selected(List<StyleSheet.Rule> rules, UnreadRules unjudged) {
    List<Selected> all = new ArrayList<>();
    for (StyleSheet.Rule rule : rules) {
      Declarations said = Declarations.parse(rule.declarations());
      try {
        take(rule.selectors(), said, all, unjudged);
      } catch (IllegalArgumentException e) {
        continue; // As in browsers, one invalid selector makes the whole rule say nothing.
      }
    }
    all.sort(Comparator.comparingInt(Selected::specificity));
    return all;
  }

  private static void take(
      String selectors, Declarations said, List<Selected> all, UnreadRules unjudged) {
    List<CssSelector> read = SelectorReader.list(selectors);
    List<String> texts = split(selectors);
    for (int at = 0; at < read.size(); at++) {
      CssSelector selector = read.get(at);
      if (selector.judged()) {
        all.add(new Selected(texts.get(at), said, selector.specificity()));
      } else {
        unjudged.add(selector, said);
      }
    }
  }

  /** The selectors of a list; commas in brackets and strings part none. */
  static List<String> split(String selectors) {
    List<String> all = new ArrayList<>();
    int start = 0;
    int open = 0;
    char quote = 0;
    for (int at = 0; at < selectors.length(); at++) {
      char letter = selectors.charAt(at);
      if (letter == '\\') {
        at++;
      } else if (quote != 0 || letter == '"' || letter == '\'') {
        quote = quote == 0 ? letter : quote == letter ? 0 : quote;
      } else if (letter == ',' && open <= 0) {
        all.add(selectors.substring(start, at).strip());
        start = at + 1;
      } else {
        open += "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
      }
    }
    all.add(selectors.substring(start).strip());
    return all;
  }

  private record Selected(String selector, Declarations said, int specificity) {}

  private static void apply(
      ElementIndex index, Selected selected, Map<Element, Declarations> styles) {
    for (Element element : index.select(SelectorReader.one(selected.selector()))) {
      styles.merge(element, selected.said(), Declarations::then);
    }
  }
}
