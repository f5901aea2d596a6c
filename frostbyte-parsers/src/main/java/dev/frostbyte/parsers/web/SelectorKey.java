package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What an element must have for a selector to select it: an id, a class, an attribute or a name, of
 * the last part of the selector (Selectors Level 4, 3.1). An element with the key need not be
 * selected; one without it never is. Stateless.
 */
final class SelectorKey {
  /** Every element has it. */
  static final String ANY = "*";

  private SelectorKey() {}

  /** The keys an element has. */
  static List<String> of(Element element) {
    List<String> keys = new ArrayList<>(List.of(ANY, element.normalName()));
    keys.add("#" + lower(element.id()));
    element.classNames().forEach(name -> keys.add("." + lower(name)));
    for (Attribute attribute : element.attributes()) {
      keys.add("[" + lower(attribute.getKey()));
    }
    return keys;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
