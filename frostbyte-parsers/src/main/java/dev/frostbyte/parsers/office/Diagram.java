package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a diagram (SmartArt) as a list: each of its points below the one it belongs to, in
 * the order of its data model (ECMA-376 part 1, 21.4.2). Immutable.
 */
record Diagram(List<Item> items, List<GraphicText.Unseen> unseen) {
  /** Points of the model that carry the look or a line between two, and no words of their own. */
  private static final String UNWORDED = "pres|parTrans|sibTrans";

  private static final int DEEPEST = 99;

  /** Reads the data part of a diagram, with how it is drawn. */
  static Diagram of(Node model, DrawnDiagram drawn) {
    Map<String, Node> points = new LinkedHashMap<>();
    for (Node point : model.child("dgm:ptLst").children("dgm:pt")) {
      if (!point.attribute("type").matches(UNWORDED)) {
        points.put(point.attribute("modelId"), point);
      }
    }
    Map<String, List<String>> below = below(model.child("dgm:cxnLst"));
    List<Item> items = new ArrayList<>();
    List<String> roots =
        points.keySet().stream()
            .filter(id -> points.getOrDefault(id, Node.NONE).attribute("type").equals("doc"))
            .toList();
    roots.forEach(root -> walk(root, points, below, drawn, items));
    List.copyOf(points.keySet()).forEach(rest -> walk(rest, points, below, drawn, items));
    return new Diagram(items, drawn.unseen());
  }

  void emit(Output out) throws IOException {
    for (Item item : items) {
      out.listItem(item.depth(), "", item.text());
    }
  }

  /** All of its texts, a line each. */
  String text() {
    return String.join("\n", items.stream().map(Item::text).toList());
  }

  /** Which points stand below which, in their order. */
  private static Map<String, List<String>> below(Node connections) {
    List<Node> lines =
        connections.children("dgm:cxn").stream()
            .filter(line -> line.attribute("type").matches("|parOf"))
            .sorted(Comparator.comparingLong(line -> line.number("srcOrd", 0)))
            .toList();
    Map<String, List<String>> below = new HashMap<>();
    for (Node line : lines) {
      below
          .computeIfAbsent(line.attribute("srcId"), id -> new ArrayList<>())
          .add(line.attribute("destId"));
    }
    return below;
  }

  /** Takes a point and all below it out of the points that are left. */
  private static void walk(
      String root,
      Map<String, Node> points,
      Map<String, List<String>> below,
      DrawnDiagram drawn,
      List<Item> items) {
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(root, 0));
    while (!open.isEmpty()) {
      Place place = open.pop();
      Node point = points.getOrDefault(place.id(), Node.NONE);
      points.remove(place.id());
      String text = drawn.seen(point.child("dgm:t"));
      if (!text.isBlank()) {
        items.add(new Item(Math.min(place.depth(), DEEPEST), text));
      }
      int depth = text.isBlank() ? place.depth() : place.depth() + 1;
      List<String> next = point.exists() ? below.getOrDefault(place.id(), List.of()) : List.of();
      next.reversed().forEach(id -> open.push(new Place(id, depth)));
    }
  }

  /** A point to be taken. */
  private record Place(String id, int depth) {}

  /**
   * A text of the diagram.
   *
   * @param depth from 0
   */
  record Item(int depth, String text) {
    /** Never shows the text. */
    @Override
    public String toString() {
      return "Item(" + text.length() + " chars)";
    }
  }
}
