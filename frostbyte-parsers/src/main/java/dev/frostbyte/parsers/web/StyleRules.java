package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Rules of the page's own style sheets, applied to its elements. Only rules that can hide something
 * are taken, the more specific one wins, and of two the later.
 */
final class StyleRules {
  private static final Pattern IDS = Pattern.compile("#[\\w-]+");
  private static final Pattern CLASSES =
      Pattern.compile("\\.[\\w-]+|\\[[^\\[\\]]*\\]|(?<!:):[\\w-]+");
  private static final Pattern NAMES = Pattern.compile("(?<![\\w.#:\\[-])[a-zA-Z][\\w-]*");
  private static final int CLASS = 1_000;
  private static final int ID = 1_000_000;

  /** Of one rule and of all: each is looked for in the whole page. */
  private static final int LONGEST_LIST = 1_000;

  private static final int MOST_SELECTORS = 20_000;

  private static final int MOST_CHARACTERS = 1 << 20;

  private StyleRules() {}

  /** What the sheets say about each element; elements they do not touch are absent. */
  static Map<Element, Declarations> apply(Document page) {
    Map<Element, Declarations> styles = new IdentityHashMap<>();
    StringBuilder sheet = new StringBuilder();
    page.select("style").forEach(style -> sheet.append(style.data()).append('\n'));
    sheet.setLength(Math.min(sheet.length(), MOST_CHARACTERS));
    for (Selected selected : selected(sheet.toString())) {
      apply(page, selected.selector(), selected.said(), styles);
    }
    return styles;
  }

  /** Rules that can hide something, the less specific ones first (CSS Cascade 4, 6.1). */
  private static List<Selected> selected(String sheet) {
    List<Selected> all = new ArrayList<>();
    for (StyleSheet.Rule rule : StyleSheet.rules(sheet)) {
      Declarations said = Declarations.parse(rule.declarations());
      int room = Math.min(LONGEST_LIST, MOST_SELECTORS - all.size());
      for (String selector : split(rule.selectors(), room)) {
        all.add(new Selected(selector, said, specificity(selector)));
      }
    }
    all.sort(Comparator.comparingInt(Selected::specificity));
    return all;
  }

  /** The first selectors of a list; commas in brackets part none. */
  private static List<String> split(String selectors, int most) {
    List<String> all = new ArrayList<>();
    int start = 0;
    int open = 0;
    for (int at = 0; at <= selectors.length() && all.size() < most; at++) {
      boolean end = at == selectors.length();
      char letter = end ? ',' : selectors.charAt(at);
      open += "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
      if (end || letter == ',' && open <= 0) {
        all.add(selectors.substring(start, at).strip());
        start = at + 1;
      }
    }
    return all;
  }

  private static int specificity(String selector) {
    return ID * count(IDS, selector) + CLASS * count(CLASSES, selector) + count(NAMES, selector);
  }

  private static int count(Pattern pattern, String selector) {
    return (int) Math.min(900, pattern.matcher(selector).results().count());
  }

  private record Selected(String selector, Declarations said, int specificity) {}

  private static void apply(
      Document page, String selector, Declarations said, Map<Element, Declarations> styles) {
    try {
      for (Element element : page.select(selector)) {
        styles.merge(element, said, Declarations::then);
      }
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      // A selector for a state or a pseudo-element: it hides nothing of the page at rest.
    }
  }
}
