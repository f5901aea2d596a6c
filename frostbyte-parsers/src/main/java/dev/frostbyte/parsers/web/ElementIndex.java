package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;

/** The elements of a page by the keys that selectors ask for; counts how often it is asked. */
final class ElementIndex {
  private final Document page;
  private final Map<String, List<Element>> elements = new HashMap<>();
  private long looks;

  ElementIndex(Document page) {
    this.page = page;
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && element != page) {
            add(element);
          }
        },
        page);
  }

  /**
   * What a selector selects.
   *
   * @throws IllegalArgumentException when it is none that selects elements of a page at rest
   */
  List<Element> select(String selector) {
    Evaluator evaluator = QueryParser.parse(selector);
    List<Element> candidates = elements.getOrDefault(SelectorKey.of(selector), List.of());
    looks += candidates.size();
    return candidates.stream().filter(each -> evaluator.matches(page, each)).toList();
  }

  /** How many elements were looked at so far. */
  long looks() {
    return looks;
  }

  private void add(Element element) {
    for (String key : SelectorKey.of(element)) {
      elements.computeIfAbsent(key, k -> new ArrayList<>(1)).add(element);
    }
  }
}
