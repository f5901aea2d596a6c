package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The styles of a Word document, each with what it inherits (ECMA-376 part 1, 17.7). */
final class WordStyles {
  /** Longest chain of styles followed; chains that run in a circle end there. */
  private static final int LONGEST_CHAIN = 50;

  private final Map<String, Node> styles = new HashMap<>();
  private Node defaults = Node.NONE;
  private String defaultParagraph = "";

  private WordStyles() {}

  /** Reads the styles part; no styles for an empty name. */
  static WordStyles read(Container container, String part) throws IOException {
    WordStyles styles = new WordStyles();
    if (container.has(part)) {
      try (XmlPart xml = container.xml(part)) {
        styles.add(xml.tree());
      }
    }
    return styles;
  }

  /** A property of a paragraph: its own, else that of the style it has. */
  Node ofParagraph(Node paragraph, String property) {
    Node properties = paragraph.child("w:pPr");
    Node own = properties.child(property);
    return own.exists() ? own : inherited(style(properties), "w:pPr", property);
  }

  /** A property of a run: its own, else of its character style, paragraph style, the defaults. */
  Node ofRun(Node run, Node paragraph, String property) {
    Node properties = run.child("w:rPr");
    Node found = properties.child(property);
    if (!found.exists()) {
      found = inherited(properties.child("w:rStyle").value(), "w:rPr", property);
    }
    if (!found.exists()) {
      found = inherited(style(paragraph.child("w:pPr")), "w:rPr", property);
    }
    return found.exists() ? found : defaults.path("w:rPrDefault", "w:rPr", property);
  }

  /** The style's name in lower case, as Word spells it in English; empty when it has none. */
  String name(Node paragraph) {
    Node style = styles.getOrDefault(style(paragraph.child("w:pPr")), Node.NONE);
    return style.child("w:name").value().toLowerCase(Locale.ROOT);
  }

  /** Whether the style of a paragraph, or one it is based on, has this name of Word's own. */
  boolean derives(Node paragraph, String name) {
    Node at = styles.getOrDefault(style(paragraph.child("w:pPr")), Node.NONE);
    for (int i = 0; i < LONGEST_CHAIN && at.exists(); i++) {
      if (at.child("w:name").value().toLowerCase(Locale.ROOT).equals(name)) {
        return true;
      }
      at = styles.getOrDefault(at.child("w:basedOn").value(), Node.NONE);
    }
    return false;
  }

  private String style(Node properties) {
    String named = properties.child("w:pStyle").value();
    return named.isEmpty() ? defaultParagraph : named;
  }

  private Node inherited(String style, String kind, String property) {
    Node at = styles.getOrDefault(style, Node.NONE);
    for (int i = 0; i < LONGEST_CHAIN && at.exists(); i++) {
      Node found = at.path(kind, property);
      if (found.exists()) {
        return found;
      }
      at = styles.getOrDefault(at.child("w:basedOn").value(), Node.NONE);
    }
    return Node.NONE;
  }

  private void add(Node root) {
    defaults = root.child("w:docDefaults");
    for (Node style : root.children("w:style")) {
      String id = style.attribute("w:styleId");
      styles.put(id, style);
      boolean paragraph = style.attribute("w:type").equals("paragraph");
      if (paragraph && style.attribute("w:default").matches("1|true|on")) {
        defaultParagraph = id;
      }
    }
  }
}
