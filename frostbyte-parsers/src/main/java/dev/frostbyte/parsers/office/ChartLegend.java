package dev.frostbyte.parsers.office;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which entries a legend shows. Immutable. */
final class ChartLegend {
  private final Node legend;
  private final GraphicText text;
  private final Node defaults;
  private final int behind;

  ChartLegend(Node legend, GraphicText text, Node defaults, int ground) {
    this.legend = legend;
    this.text = text;
    this.defaults = defaults;
    this.behind = text.fill(legend.child("c:spPr"), ground);
  }

  /** Whether the entry of a number from 0 on is seen. */
  boolean shows(long number) {
    Node entry = Node.NONE;
    for (Node each : legend.children("c:legendEntry")) {
      entry = each.child("c:idx").number("val", -1) == number ? each : entry;
    }
    List<Node> inherited =
        List.of(GraphicText.properties(entry), GraphicText.properties(legend), defaults);
    return legend.exists()
        && !ChartReader.isOn(entry.child("c:delete"))
        && text.channel(inherited, behind).isEmpty();
  }

  /** Those of some numbers whose entries are seen. */
  Set<Integer> shown(Set<Integer> numbers) {
    return numbers.stream().filter(this::shows).collect(Collectors.toSet());
  }
}
