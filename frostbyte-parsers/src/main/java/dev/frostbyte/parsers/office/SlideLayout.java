package dev.frostbyte.parsers.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a slide inherits: places, bullets and background (ECMA-376 part 1, 19.3.1). Immutable.
 *
 * @param layout tree of the layout
 * @param master tree of its master
 */
record SlideLayout(Node layout, Node master, SlideTheme theme) {
  /** Whether slides of this layout open a part of the deck. */
  boolean opensPart() {
    return layout.attribute("type").matches("title|secHead");
  }

  /** Whether the text of a slide of this layout is the caption of its picture. */
  boolean isPictureWithCaption() {
    return layout.attribute("type").equals("picTx");
  }

  /** A property of a shape, such as its place: its own, else that of what it fills. */
  Node shapeProperty(Node shape, Node placeholder, String property) {
    for (Node from : List.of(shape, like(layout, placeholder), like(master, placeholder))) {
      Node found = from.path("p:spPr", property);
      if (found.exists()) {
        return found;
      }
    }
    return Node.NONE;
  }

  /** The properties of paragraphs of a level that show a bullet or switch it off. */
  Node bullet(Node shape, Node placeholder, Node paragraph, int level) {
    if (hasBullet(paragraph.child("a:pPr"))) {
      return paragraph.child("a:pPr");
    }
    String name = "a:lvl" + (level + 1) + "pPr";
    for (Node from : List.of(shape, like(layout, placeholder), like(master, placeholder))) {
      Node found = from.path("p:txBody", "a:lstStyle", name);
      if (hasBullet(found)) {
        return found;
      }
    }
    return master.path("p:txStyles", styleOf(placeholder), name);
  }

  /**
   * The properties that runs of a level have unless they say otherwise: those of the shape, the
   * layout, the master, each before the next.
   */
  List<Node> runDefaults(Node shape, Node placeholder, int level) {
    String name = "a:lvl" + (level + 1) + "pPr";
    List<Node> all = new ArrayList<>();
    for (Node from : List.of(shape, like(layout, placeholder), like(master, placeholder))) {
      all.add(body(from).path("a:lstStyle", name, "a:defRPr"));
    }
    all.add(master.path("p:txStyles", styleOf(placeholder), name, "a:defRPr"));
    return all;
  }

  /** What holds the text of a shape or of a cell. */
  static Node body(Node shape) {
    return shape.child(shape.is("a:tc") ? "a:txBody" : "p:txBody");
  }

  /** Colour of the slide where nothing stands. */
  int background(Node slide) {
    for (Node from : List.of(slide, layout, master)) {
      Node background = from.path("p:cSld", "p:bg");
      if (background.exists()) {
        int reference = theme.of(wrapped(background.child("p:bgRef")));
        int colour = theme.of(background.child("p:bgPr"));
        return colour != SlideTheme.UNKNOWN ? colour : reference;
      }
    }
    return Contrast.WHITE;
  }

  /** A reference to a background names its colour where a fill would. */
  private static Node wrapped(Node reference) {
    Node fill = new Node("a:solidFill", Map.of());
    reference.children().forEach(fill::add);
    Node parent = new Node("p:bgPr", Map.of());
    parent.add(fill);
    return parent;
  }

  private static boolean hasBullet(Node properties) {
    return properties.child("a:buNone").exists()
        || properties.child("a:buChar").exists()
        || properties.child("a:buAutoNum").exists()
        || properties.child("a:buBlip").exists();
  }

  private static String styleOf(Node placeholder) {
    if (!placeholder.exists()) {
      return "p:otherStyle";
    }
    return switch (placeholder.attribute("type")) {
      case "title", "ctrTitle" -> "p:titleStyle";
      case "dt", "ftr", "sldNum", "hdr" -> "p:otherStyle";
      default -> "p:bodyStyle";
    };
  }

  /** The placeholder of the same number, else of the same kind. */
  private static Node like(Node from, Node placeholder) {
    Node same = Node.NONE;
    if (!placeholder.exists()) {
      return same;
    }
    for (Node shape : from.path("p:cSld", "p:spTree").children("p:sp")) {
      Node other = shape.path("p:nvSpPr", "p:nvPr", "p:ph");
      if (!other.exists()) {
        continue;
      }
      String index = placeholder.attribute("idx");
      if (!index.isEmpty() && index.equals(other.attribute("idx"))) {
        return shape;
      }
      boolean kind = kind(placeholder).equals(kind(other));
      same = kind && !same.exists() ? shape : same;
    }
    return same;
  }

  private static String kind(Node placeholder) {
    return switch (placeholder.attribute("type")) {
      case "title", "ctrTitle" -> "title";
      case "", "obj", "body", "subTitle" -> "body";
      default -> placeholder.attribute("type");
    };
  }
}
