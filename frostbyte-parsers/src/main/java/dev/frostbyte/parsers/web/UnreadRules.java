package dev.frostbyte.parsers.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * Rules for which a limit left no room. What one of them might hide is taken for hidden, told by
 * the key of its selector alone, so that a limit hides too much rather than too little. One thread.
 */
final class UnreadRules {
  /** What is said of an element that a rule might hide. */
  static final Declarations HIDDEN = Declarations.parse("display:none!important");

  /** Letters of selectors that are looked at; a page with more may hide anything. */
  private static final long MOST_LETTERS = 1 << 24;

  private final Set<String> keys = new HashSet<>();
  private long letters;

  /** Takes a rule. */
  void add(StyleSheet.Rule rule) {
    add(rule.selectors(), Declarations.parse(rule.declarations()));
  }

  private void add(String selectors, Declarations said) {
    if (!Looks.mayHide(said)) {
      return;
    }
    letters += selectors.length();
    if (letters > MOST_LETTERS) {
      addAnything();
      return;
    }
    try {
      SelectorReader.list(selectors).forEach(each -> add(each, said));
    } catch (IllegalArgumentException e) {
      return; // As in browsers, one invalid selector makes the whole rule say nothing.
    }
  }

  /** Takes a rest of a style sheet of which nothing is known. */
  void addAnything() {
    keys.add(SelectorKey.ANY);
  }

  /** Takes a selector with what its rule says. */
  void add(CssSelector selector, Declarations said) {
    if (Looks.mayHide(said) && !selector.never()) {
      keys.add(selector.key());
    }
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
}
