package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param judged false when it is valid but asks what is not known here: it then matches too much
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

  /** False when it cannot be told what it matches, and it matches all that it might. */
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

  /** Whether one of a list does. */
  static boolean anyMatches(List<CssSelector> list, Element element, SelectorPlaces places) {
    boolean found = false;
    for (int at = 0; !found && at < list.size() && !places.spent(); at++) {
      found = list.get(at).matches(element, places);
    }
    return found;
  }

  /**
   * The elements from which this one, read as relative to them, reaches an element. Goes through
   * the parts from the last to the first, and at each over no element twice.
   */
  Set<Element> anchors(SelectorPlaces places) {
    Set<Element> reached = none();
    for (Element each : places.having(key())) {
      if (own(parts.size() - 1, each, places)) {
        reached.add(each);
      }
    }
    for (int part = parts.size() - 1; part > 0; part--) {
      int next = part - 1;
      reached = before(reached, parts.get(part).combinator(), places);
      reached.removeIf(each -> !own(next, each, places));
    }
    return before(reached, parts.getFirst().combinator(), places);
  }

  private static Set<Element> before(Set<Element> reached, char combinator, SelectorPlaces places) {
    boolean once = combinator == '>' || combinator == '+';
    Set<Element> before = none();
    for (Element each : reached) {
      Element at = next(each, combinator);
      while (at != null && places.look() && before.add(at)) {
        at = once ? null : next(at, combinator);
      }
    }
    return before;
  }

  private static Set<Element> none() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Whether an element has what a part asks, wherever it stands. */
  private boolean own(int part, Element element, SelectorPlaces places) {
    boolean own = places.look();
    List<SimpleSelector> tests = parts.get(part).tests();
    for (int at = 0; own && at < tests.size(); at++) {
      own = tests.get(at).matches(element, places);
    }
    return own;
  }

  /** What is asked of elements around is kept, of the element itself it is asked but once. */
  private boolean matches(int part, Element element, SelectorPlaces places) {
    boolean last = part == parts.size() - 1;
    Boolean known = last ? null : matched.get(part).get(element);
    if (known != null) {
      return known;
    }
    boolean matches = own(part, element, places) && (part == 0 || related(part, element, places));
    if (!last) {
      matched.get(part).put(element, matches);
    }
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
