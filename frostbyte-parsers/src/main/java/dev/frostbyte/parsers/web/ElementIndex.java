package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** The elements of a page by the keys that selectors ask for; counts how often it is asked. */
final class ElementIndex {
  private final SelectorPlaces places = new SelectorPlaces();
  private final Map<String, List<Element>> elements = new HashMap<>();
  private long looks;

  ElementIndex(Document page) {
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && element != page) {
            add(element);
          }
        },
        page);
  }

  /** What a selector selects. */
  List<Element> select(CssSelector selector) {
    List<Element> candidates = elements.getOrDefault(selector.key(), List.of());
    looks += candidates.size();
    return candidates.stream().filter(each -> selector.matches(each, places)).toList();
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
