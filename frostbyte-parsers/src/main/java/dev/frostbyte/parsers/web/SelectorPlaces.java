package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Places of elements among their siblings, counted once for each parent. One thread. */
final class SelectorPlaces {
  private final Map<Element, Place> places = new IdentityHashMap<>();

  /** Places from 1 on: of all siblings and of those of the same name, from both ends. */
  record Place(int first, int last, int firstOfType, int lastOfType) {}

  /** The place of an element. */
  Place of(Element element) {
    if (!places.containsKey(element)) {
      Element parent = element.parent();
      count(parent == null ? List.of(element) : parent.children());
    }
    return places.getOrDefault(element, new Place(1, 1, 1, 1));
  }

  private void count(List<Element> siblings) {
    Map<String, List<Element>> types = new HashMap<>();
    siblings.forEach(
        each -> types.computeIfAbsent(each.normalName(), k -> new ArrayList<>()).add(each));
    Map<Element, Integer> whole = new IdentityHashMap<>();
    for (int at = 0; at < siblings.size(); at++) {
      whole.put(siblings.get(at), at);
    }
    for (List<Element> type : types.values()) {
      for (int at = 0; at < type.size(); at++) {
        int all = whole.getOrDefault(type.get(at), 0);
        places.put(
            type.get(at), new Place(all + 1, siblings.size() - all, at + 1, type.size() - at));
      }
    }
  }
}
