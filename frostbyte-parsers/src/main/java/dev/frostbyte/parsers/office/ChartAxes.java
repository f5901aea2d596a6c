package dev.frostbyte.parsers.office;

import java.util.List;

/** The axes of a chart, and which of them shows its categories. Immutable. */
final class ChartAxes {
  private final Node plot;
  private final GraphicText text;
  private final Node defaults;
  private final int ground;

  ChartAxes(Node plot, GraphicText text, Node defaults, int ground) {
    this.plot = plot;
    this.text = text;
    this.defaults = defaults;
    this.ground = ground;
  }

  static boolean isDeleted(Node axis) {
    return ChartReader.isOn(axis.child("c:delete"));
  }

  /** The axis that names the categories; of two axes of values the one that lies. */
  Node main() {
    for (Node child : plot.children()) {
      boolean lies = child.child("c:axPos").attribute("val").matches("[bt]");
      if (isNaming(child) || (child.is("c:valAx") && lies)) {
        boolean named = plot.child("c:catAx").exists() || plot.child("c:dateAx").exists();
        if (!named || !child.is("c:valAx")) {
          return child;
        }
      }
    }
    return Node.NONE;
  }

  /** Whether a group of series is drawn along axes, as all are but pies. */
  boolean has(Node group) {
    return !group.name().matches("c:(?:pie|pie3D|ofPie|doughnut)Chart");
  }

  /** Whether the axis of a group shows words beside it. */
  boolean showCategories(Node group) {
    List<String> ids = group.children("c:axId").stream().map(id -> id.attribute("val")).toList();
    List<Node> own =
        plot.children().stream()
            .filter(ChartAxes::isNaming)
            .filter(axis -> ids.isEmpty() || ids.contains(axis.child("c:axId").attribute("val")))
            .toList();
    return has(group) && own.stream().anyMatch(this::isLabelled);
  }

  private boolean isLabelled(Node axis) {
    List<Node> inherited = List.of(GraphicText.properties(axis), defaults);
    return !isDeleted(axis)
        && !axis.child("c:tickLblPos").attribute("val").equals("none")
        && text.channel(inherited, ground).isEmpty();
  }

  private static boolean isNaming(Node axis) {
    return axis.is("c:catAx") || axis.is("c:dateAx");
  }
}
