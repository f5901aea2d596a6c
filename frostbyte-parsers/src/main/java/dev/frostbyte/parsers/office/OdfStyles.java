package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The styles of an OpenDocument file: named ones, automatic ones and the defaults of each family.
 * Filled first, then only read. One thread.
 */
final class OdfStyles {
  private static final int LONGEST_CHAIN = 32;
  private static final Pattern CODED = Pattern.compile("_([0-9a-f]{2,4})_");

  private final Map<String, Node> styles = new HashMap<>();
  private final Map<String, Node> lists = new HashMap<>();
  private Node outline = Node.NONE;
  private Node masters = Node.NONE;

  /** Reads the part of styles; what it lacks stays as it is. */
  void read(Container container) throws IOException {
    if (!container.has("styles.xml")) {
      return;
    }
    try (XmlPart xml = container.mixedXml("styles.xml")) {
      for (Node child : xml.tree().children()) {
        add(child);
      }
    }
  }

  /** Takes a container of styles; any other element is ignored. */
  void add(Node container) {
    switch (container.name()) {
      case "office:styles", "office:automatic-styles" -> container.children().forEach(this::one);
      case "office:master-styles" -> masters = container;
      default -> {}
    }
  }

  /** The pages with headers and footers; {@link Node#NONE} when there are none. */
  Node masters() {
    return masters;
  }

  /** How headings are numbered; {@link Node#NONE} when they are not. */
  Node outline() {
    return outline;
  }

  /** A style of lists; {@link Node#NONE} when there is none of this name. */
  Node list(String name) {
    return lists.getOrDefault(name, Node.NONE);
  }

  /** A style; {@link Node#NONE} when there is none of this family and name. */
  Node style(String family, String name) {
    return styles.getOrDefault(key(family, name), Node.NONE);
  }

  /** A property of a style, of those it is derived from, or the family's default; may be empty. */
  String property(String family, String name, String group, String property) {
    Node at = style(family, name);
    for (int i = 0; i < LONGEST_CHAIN && at.exists(); i++) {
      String value = at.child(group).attribute(property);
      if (!value.isEmpty()) {
        return value;
      }
      at = style(family, at.attribute("style:parent-style-name"));
    }
    return style(family, "").child(group).attribute(property);
  }

  /** An attribute of a style or of those it is derived from; may be empty. */
  String attribute(String family, String name, String attribute) {
    Node at = style(family, name);
    for (int i = 0; i < LONGEST_CHAIN && at.exists(); i++) {
      String value = at.attribute(attribute);
      if (!value.isEmpty()) {
        return value;
      }
      at = style(family, at.attribute("style:parent-style-name"));
    }
    return "";
  }

  /** Whether a paragraph style, or one it is derived from, has one of these names. */
  boolean derives(String name, Pattern wanted) {
    String at = name;
    for (int i = 0; i < LONGEST_CHAIN && !at.isEmpty(); i++) {
      if (wanted.matcher(plain(at)).matches()) {
        return true;
      }
      at = style("paragraph", at).attribute("style:parent-style-name");
    }
    return false;
  }

  /** A name as people see it, lower case: {@code Text_20_body} is {@code text body}. */
  private static String plain(String name) {
    return CODED.matcher(name).replaceAll(OdfStyles::decoded).toLowerCase(Locale.ROOT);
  }

  private static String decoded(MatchResult coded) {
    char decoded = (char) Integer.parseInt(coded.group(1), 16);
    return java.util.regex.Matcher.quoteReplacement(String.valueOf(decoded));
  }

  private void one(Node style) {
    switch (style.name()) {
      case "style:style" ->
          styles.put(key(style.attribute("style:family"), style.attribute("style:name")), style);
      case "style:default-style" -> styles.put(key(style.attribute("style:family"), ""), style);
      case "style:page-layout" -> styles.put(key("page", style.attribute("style:name")), style);
      case "text:list-style" -> lists.put(style.attribute("style:name"), style);
      case "text:outline-style" -> outline = style;
      default -> {}
    }
  }

  private static String key(String family, String name) {
    return family + "/" + name;
  }
}
