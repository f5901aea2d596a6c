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
  private static final Pattern COMMA = Pattern.compile(",(?![^(\\[]*[)\\]])");
  private static final Pattern IDS = Pattern.compile("#[\\w-]+");
  private static final Pattern CLASSES = Pattern.compile("\\.[\\w-]+|\\[[^\\]]*\\]|(?<!:):[\\w-]+");
  private static final Pattern NAMES = Pattern.compile("(?<![\\w.#:\\[-])[a-zA-Z][\\w-]*");
  private static final Pattern INSIDE = Pattern.compile("[^;{}]*\\{[^{}]*\\}");
  private static final int CLASS = 1_000;
  private static final int ID = 1_000_000;
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)(?:display|visibility|opacity|filter|font|color|background|position|left|top|right"
              + "|bottom|indent|margin|transform|clip|width|height|overflow|white-space|zoom|scale|translate|inset|--[\\w-]+)");
  private static final int MOST_RULES = 500;
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
      if (TELLING.matcher(rule.declarations()).find() && all.size() < MOST_RULES) {
        Declarations said = Declarations.parse(INSIDE.matcher(rule.declarations()).replaceAll(";"));
        for (String selector : COMMA.split(rule.selectors())) {
          all.add(new Selected(selector.strip(), said, specificity(selector)));
        }
      }
    }
    all.sort(Comparator.comparingInt(Selected::specificity));
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
