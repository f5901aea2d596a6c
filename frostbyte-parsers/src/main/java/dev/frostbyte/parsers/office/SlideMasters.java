package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Layouts and masters of a deck, each read once. One thread. */
final class SlideMasters {
  private final Container container;
  private final Map<String, SlideLayout> layouts = new HashMap<>();
  private final Map<String, Node> masters = new HashMap<>();
  private final Set<String> shown = new HashSet<>();

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

  /** A layout or a master that shows something itself. */
  record Running(Node tree, Relations relations) {}

  /**
   * The layout and the master whose own shapes a slide shows (ECMA-376 part 1, 19.3.1.38), each the
   * first time that a slide does.
   */
  List<Running> running(Node slide, String layout) throws IOException {
    List<Running> running = new ArrayList<>();
    if (!container.has(layout) || hidesMaster(slide)) {
      return running;
    }
    String master = container.relations(layout).first("slideMaster").orElse("");
    for (String part : hidesMaster(tree(layout)) ? List.of(layout) : List.of(layout, master)) {
      if (container.has(part) && shown.add(part)) {
        running.add(new Running(tree(part), container.relations(part)));
      }
    }
    return running;
  }

  private static boolean hidesMaster(Node part) {
    return part.attribute("showMasterSp").matches("0|false");
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
