package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Layouts and masters of a deck, each read once. One thread. */
final class SlideMasters {
  private final Container container;
  private final Map<String, SlideLayout> layouts = new HashMap<>();
  private final Map<String, Node> masters = new HashMap<>();

  SlideMasters(Container container) {
    this.container = container;
  }

  /** The layout of a part name; an empty one when the file lacks it. */
  SlideLayout layout(String part) throws IOException {
    SlideLayout known = layouts.get(part);
    if (known == null) {
      known = read(part);
      layouts.put(part, known);
    }
    return known;
  }

  private SlideLayout read(String part) throws IOException {
    if (!container.has(part)) {
      return new SlideLayout(Node.NONE, Node.NONE, SlideTheme.NONE);
    }
    String master = container.relations(part).first("slideMaster").orElse("");
    Node tree = tree(master);
    String theme =
        container.has(master) ? container.relations(master).first("theme").orElse("") : "";
    return new SlideLayout(tree(part), tree, SlideTheme.of(tree, tree(theme)));
  }

  private Node tree(String part) throws IOException {
    Node known = masters.get(part);
    if (known == null) {
      known = parsed(part);
      masters.put(part, known);
    }
    return known;
  }

  private Node parsed(String part) throws IOException {
    if (!container.has(part)) {
      return Node.NONE;
    }
    try (XmlPart xml = container.xml(part)) {
      return xml.tree();
    }
  }
}
