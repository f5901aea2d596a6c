package dev.frostbyte.parsers.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What {@code :has()} asks (Selectors Level 4, 4.5): that an element stands below or behind this
 * one as one of the selectors says. All elements of which that holds are found at once, so the
 * whole page is looked at once for each part of each selector. One thread; drop it after use.
 */
final class RelativeSelector implements SimpleSelector {
  private final List<CssSelector> selectors;
  private @Nullable Set<Element> anchors;

  RelativeSelector(List<CssSelector> selectors) {
    this.selectors = List.copyOf(selectors);
  }

  @Override
  public boolean matches(Element element, SelectorPlaces places) {
    if (anchors == null) {
      Set<Element> all = Collections.newSetFromMap(new IdentityHashMap<>());
      for (int at = 0; at < selectors.size() && !places.spent(); at++) {
        all.addAll(selectors.get(at).anchors(places));
      }
      anchors = all;
    }
    return anchors.contains(element);
  }
}
