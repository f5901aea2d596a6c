package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/** The elements of a page by the keys that selectors ask for. One thread. */
final class ElementIndex {
  private final Map<String, List<Element>> elements = new HashMap<>();
  private final SelectorPlaces places;

  /**
   * An index of a page.
   *
   * @param mostLooks so often an element may be looked at, by all selectors together
   */
  ElementIndex(Document page, long mostLooks) {
    boolean old = page.quirksMode() == Document.QuirksMode.quirks;
    places = new SelectorPlaces(elements, old, mostLooks);
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element && element != page) {
            add(element);
          }
        },
        page);
  }

  /** What a selector selects; empty when that would be too much to look at. */
  Optional<List<Element>> select(CssSelector selector) {
    List<Element> selected = new ArrayList<>();
    for (Element each : places.having(selector.key())) {
      if (places.spent()) {
        return Optional.empty();
      }
      if (selector.matches(each, places)) {
        selected.add(each);
      }
    }
    return places.spent() ? Optional.empty() : Optional.of(selected);
  }

  private void add(Element element) {
    for (String key : SelectorKey.of(element)) {
      elements.computeIfAbsent(key, k -> new ArrayList<>(1)).add(element);
    }
  }
}
