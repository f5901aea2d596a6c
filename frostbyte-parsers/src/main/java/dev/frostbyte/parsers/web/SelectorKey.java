package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final String NAME = "((?:[\\w-]|\\\\.|[^\\x00-\\x7f])++)";
  private static final Pattern ID = Pattern.compile("#" + NAME);
  private static final Pattern CLASS = Pattern.compile("\\." + NAME);
  private static final Pattern ATTRIBUTE = Pattern.compile("\\[\\s*+([\\w-]++)");
  private static final Pattern TAG = Pattern.compile("^([a-zA-Z][\\w-]*+)");
  private static final Pattern CODE = Pattern.compile("\\\\[0-9a-fA-F]");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  private SelectorKey() {}

  /** The key of a selector. */
  static String of(String selector) {
    String last = withoutArguments(selector.substring(lastPart(selector)));
    if (CODE.matcher(last).find()) {
      return ANY;
    }
    return key(
        "#", ID, last, key(".", CLASS, last, key("[", ATTRIBUTE, last, key("", TAG, last, ANY))));
  }

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

  private static String key(String sign, Pattern pattern, String part, String otherwise) {
    Matcher name = pattern.matcher(part);
    return name.find() ? sign + lower(ESCAPED.matcher(name.group(1)).replaceAll("$1")) : otherwise;
  }

  /** Where the last part begins: behind the last combinator outside brackets. */
  private static int lastPart(String selector) {
    int open = 0;
    int start = 0;
    for (int at = 0; at < selector.length(); at++) {
      char letter = selector.charAt(at);
      open += "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
      boolean escaped = at > 0 && selector.charAt(at - 1) == '\\';
      if (open <= 0 && !escaped && " >+~\t\n\r\f".indexOf(letter) >= 0) {
        start = at + 1;
      }
    }
    return start;
  }

  /** Without what stands in parentheses, which may say what an element must not have. */
  private static String withoutArguments(String part) {
    StringBuilder bare = new StringBuilder(part.length());
    int open = 0;
    for (int at = 0; at < part.length(); at++) {
      char letter = part.charAt(at);
      open += letter == '(' ? 1 : 0;
      if (open == 0) {
        bare.append(letter);
      }
      open -= letter == ')' && open > 0 ? 1 : 0;
    }
    return bare.toString();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
