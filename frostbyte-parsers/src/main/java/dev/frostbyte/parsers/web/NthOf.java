package dev.frostbyte.parsers.web;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A place among those siblings only that a list selects (Selectors Level 4, 14.3.1). Each parent's
 * children are counted once. One thread; keeps what it found, so drop it after use.
 */
final class NthOf implements SimpleSelector {
  private static final int NONE = 0;

  private final int step;
  private final int offset;
  private final boolean fromEnd;
  private final List<CssSelector> of;
  private final Map<Element, Integer> counted = new IdentityHashMap<>();

  NthOf(int step, int offset, boolean fromEnd, List<CssSelector> of) {
    this.step = step;
    this.offset = offset;
    this.fromEnd = fromEnd;
    this.of = List.copyOf(of);
  }

  @Override
  public boolean matches(Element element, SelectorPlaces places) {
    if (!counted.containsKey(element)) {
      Element parent = element.parent();
      count(parent == null ? List.of(element) : parent.children(), places);
    }
    int place = counted.getOrDefault(element, NONE);
    return place != NONE && SimpleSelector.isNth(place, step, offset);
  }

  private void count(List<Element> siblings, SelectorPlaces places) {
    int place = NONE;
    for (Element each : fromEnd ? siblings.reversed() : siblings) {
      boolean selected = CssSelector.anyMatches(of, each, places);
      place += selected ? 1 : 0;
      counted.put(each, selected ? place : NONE);
    }
  }
}
