package dev.frostbyte.parsers.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What one simple selector asks of an element (Selectors Level 4, 5 to 14). */
@FunctionalInterface
interface SimpleSelector {
  /** Matches nothing: a state that no element of a page at rest is in, or a pseudo-element. */
  SimpleSelector NEVER = (element, places) -> false;

  /** The root element of the page. */
  SimpleSelector ROOT = (element, places) -> element.parent() == element.ownerDocument();

  /** No element and no text in it. */
  SimpleSelector EMPTY =
      (element, places) ->
          element.childrenSize() == 0
              && element.textNodes().stream().map(TextNode::getWholeText).allMatch(String::isEmpty);

  /** Whether the element is as asked. */
  boolean matches(Element element, SelectorPlaces places);

  /** A name of an element. */
  static SimpleSelector name(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return (element, places) -> element.normalName().equals(lower);
  }

  /** An id or a class, in a page of old without regard to case (Selectors Level 4, 6.6 and 6.7). */
  static SimpleSelector word(String attribute, String word) {
    return (element, places) -> {
      String value = element.attributes().getIgnoreCase(attribute);
      return (attribute.equals("id") ? List.of(value) : words(value))
          .stream()
              .anyMatch(each -> places.isOld() ? each.equalsIgnoreCase(word) : each.equals(word));
    };
  }

  /** An attribute that has a value of some kind; the value is text, never a pattern. */
  static SimpleSelector attribute(String name, String relation, String value, boolean anyCase) {
    String wanted = anyCase ? value.toLowerCase(Locale.ROOT) : value;
    return (element, places) -> {
      String found = element.attributes().getIgnoreCase(name);
      return element.attributes().hasKeyIgnoreCase(name)
          && holds(anyCase ? found.toLowerCase(Locale.ROOT) : found, relation, wanted);
    };
  }

  /** A place that is {@code step * n + offset} for an n from 0 on. */
  static SimpleSelector nth(int step, int offset, ToIntFunction<SelectorPlaces.Place> place) {
    return (element, places) -> isNth(place.applyAsInt(places.of(element)), step, offset);
  }

  /** Whether a place is {@code step * n + offset} for an n from 0 on. */
  static boolean isNth(int place, int step, int offset) {
    int beyond = place - offset;
    return step == 0 ? beyond == 0 : beyond % step == 0 && beyond / step >= 0;
  }

  private static boolean holds(String found, String relation, String wanted) {
    return switch (relation) {
      case "" -> true;
      case "=" -> found.equals(wanted);
      case "~=" -> words(found).contains(wanted) && !wanted.isEmpty();
      case "|=" -> found.equals(wanted) || found.startsWith(wanted + "-");
      case "^=" -> !wanted.isEmpty() && found.startsWith(wanted);
      case "$=" -> !wanted.isEmpty() && found.endsWith(wanted);
      default -> !wanted.isEmpty() && found.contains(wanted);
    };
  }

  private static List<String> words(String value) {
    return Arrays.asList(value.split("[ \t\n\r\f]+"));
  }
}
