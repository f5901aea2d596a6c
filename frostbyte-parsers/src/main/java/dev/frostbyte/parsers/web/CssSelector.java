package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A selector of CSS, and nothing that a library adds to CSS. Each element is looked at once for
 * each part, however the parts are mixed. One thread; keeps what it found, so drop it after use.
 */
final class CssSelector {
  private final List<Part> parts;
  private final int specificity;
  private final boolean judged;
  private final List<Map<Element, Boolean>> before = new ArrayList<>();
  private final List<Map<Element, Boolean>> matched = new ArrayList<>();

  /**
   * A selector of parts.
   *
   * @param judged false when it is valid but asks what is not known here
   */
  CssSelector(List<Part> parts, int specificity, boolean judged) {
    this.parts = List.copyOf(parts);
    this.specificity = specificity;
    this.judged = judged;
    parts.forEach(part -> before.add(new IdentityHashMap<>()));
    parts.forEach(part -> matched.add(new IdentityHashMap<>()));
  }

  /**
   * What is asked of one element.
   *
   * @param combinator how it stands to the part before: space, {@code >}, {@code +} or {@code ~}
   * @param key see {@link SelectorKey}
   */
  record Part(char combinator, List<SimpleSelector> tests, String key) {}

  int specificity() {
    return specificity;
  }

  /** False when it cannot be told what it matches. */
  boolean judged() {
    return judged;
  }

  /** True when it matches nothing of a page at rest. */
  boolean never() {
    return parts.stream().anyMatch(part -> part.tests().contains(SimpleSelector.NEVER));
  }

  /** What each element that it matches has. */
  String key() {
    return parts.getLast().key();
  }

  boolean matches(Element element, SelectorPlaces places) {
    return matches(parts.size() - 1, element, places);
  }

  private boolean matches(int part, Element element, SelectorPlaces places) {
    Boolean known = matched.get(part).get(element);
    if (known != null) {
      return known;
    }
    boolean matches =
        parts.get(part).tests().stream().allMatch(test -> test.matches(element, places))
            && (part == 0 || related(part, element, places));
    matched.get(part).put(element, matches);
    return matches;
  }

  private boolean related(int part, Element element, SelectorPlaces places) {
    char combinator = parts.get(part).combinator();
    if (combinator == '>' || combinator == '+') {
      Element next = next(element, combinator);
      return next != null && matches(part - 1, next, places);
    }
    Map<Element, Boolean> known = before.get(part);
    List<Element> passed = new ArrayList<>();
    boolean found = false;
    Element at = element;
    while (at != null && !found) {
      passed.add(at);
      Element next = known.containsKey(at) ? null : next(at, combinator);
      found = known.getOrDefault(at, next != null && matches(part - 1, next, places));
      at = next;
    }
    boolean all = found;
    passed.forEach(each -> known.put(each, all));
    return found;
  }

  private static @Nullable Element next(Element element, char combinator) {
    if (combinator == '+' || combinator == '~') {
      return element.previousElementSibling();
    }
    Element parent = element.parent();
    return parent instanceof Document ? null : parent;
  }
}
