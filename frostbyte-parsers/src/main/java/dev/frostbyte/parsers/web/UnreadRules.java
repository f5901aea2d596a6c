package dev.frostbyte.parsers.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * Rules for which a limit left no room. What one of them might hide is taken for hidden, told by
 * the key of its selector alone, so that a limit hides too much rather than too little. One thread.
 */
final class UnreadRules {
  private static final Declarations HIDDEN = Declarations.parse("display:none!important");

  /** Letters of selectors that are looked at; a page with more may hide anything. */
  private static final long MOST_LETTERS = 1 << 24;

  private final Set<String> keys = new HashSet<>();
  private long letters;

  /** Takes a rule. */
  void add(StyleSheet.Rule rule) {
    add(rule.selectors(), Declarations.parse(rule.declarations()));
  }

  /** Takes a list of selectors with what their rule says. */
  void add(String selectors, Declarations said) {
    if (!Looks.hide(said)) {
      return;
    }
    letters += selectors.length();
    if (letters > MOST_LETTERS) {
      keys.add(SelectorKey.ANY);
      return;
    }
    StyleRules.split(selectors).stream()
        .filter(UnreadRules::selects)
        .map(SelectorKey::of)
        .forEach(keys::add);
  }

  /** Hides what the rules might hide. */
  void apply(Document page, Map<Element, Declarations> styles) {
    if (keys.isEmpty()) {
      return;
    }
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && has(SelectorKey.of(element))) {
            styles.merge(element, HIDDEN, Declarations::then);
          }
        },
        page);
  }

  private boolean has(List<String> ofElement) {
    return ofElement.stream().anyMatch(keys::contains);
  }

  /** False for a state or a pseudo-element: such a selector hides nothing of a page at rest. */
  private static boolean selects(String selector) {
    try {
      QueryParser.parse(selector);
      return true;
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return false;
    }
  }
}
