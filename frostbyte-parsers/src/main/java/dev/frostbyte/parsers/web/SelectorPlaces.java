package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What selectors ask of the page around an element: its place among its siblings, counted once for
 * each parent, and who has a key. Counts how often an element is looked at. One thread.
 */
final class SelectorPlaces {
  private final Map<Element, Place> places = new IdentityHashMap<>();
  private final Map<String, List<Element>> elements;
  private final boolean old;
  private final long most;
  private long looks;

  /**
   * Places in a page.
   *
   * @param elements the elements of the page by their keys
   * @param old whether the page is one of old, in which ids and classes have no case
   * @param most so often an element may be looked at
   */
  SelectorPlaces(Map<String, List<Element>> elements, boolean old, long most) {
    this.elements = elements;
    this.old = old;
    this.most = most;
  }

  /** Places from 1 on: of all siblings and of those of the same name, from both ends. */
  record Place(int first, int last, int firstOfType, int lastOfType) {}

  boolean isOld() {
    return old;
  }

  /** The elements that have a key of {@link SelectorKey}, in order. */
  List<Element> having(String key) {
    return elements.getOrDefault(key, List.of());
  }

  /** Counts one element that is looked at; false when that is one too many. */
  boolean look() {
    looks++;
    return looks <= most;
  }

  /** Whether so much was looked at that what was found lately is not to be believed. */
  boolean spent() {
    return looks > most;
  }

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
