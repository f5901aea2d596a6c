package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads charts and diagrams that a drawing refers to, from the parts that hold their data. One
 * thread.
 *
 * @param container stays its owner's
 */
record Graphics(Container container) {
  /**
   * Emits a chart or diagram; what is neither, or has no words and data, is a figure that is
   * reported.
   *
   * @param reference {@code c:chart} or {@code dgm:relIds}
   * @param relations of the part the reference stands in
   * @param hidden how it is hidden; empty when it is seen
   */
  void emit(Node reference, Relations relations, Optional<HiddenChannel> hidden, Output out)
      throws IOException {
    boolean chart = reference.is("c:chart");
    String part = relations.target(reference.attribute(chart ? "r:id" : "r:dm")).orElse("");
    Node root = container.has(part) ? tree(part) : Node.NONE;
    boolean read = chart ? chart(Chart.of(root), hidden, out) : diagram(root, hidden, out);
    if (!read) {
      if (hidden.isEmpty()) {
        out.figure();
      }
      out.dropped(chart ? "chart" : "diagram", "NOT_READ");
    }
  }

  private static boolean chart(Chart chart, Optional<HiddenChannel> hidden, Output out)
      throws IOException {
    if (hidden.isPresent()) {
      out.hidden(hidden.get(), chart.text());
    } else if (!chart.isEmpty()) {
      chart.emit(out);
    }
    return !chart.isEmpty();
  }

  private static boolean diagram(Node root, Optional<HiddenChannel> hidden, Output out)
      throws IOException {
    Diagram diagram = Diagram.of(root);
    if (hidden.isPresent()) {
      out.hidden(hidden.get(), diagram.text());
    } else {
      diagram.emit(out);
    }
    return !diagram.items().isEmpty();
  }

  /** A part; one that is broken is none, since the document around it can be read without it. */
  private Node tree(String part) throws IOException {
    try (XmlPart xml = container.xml(part)) {
      return xml.tree();
    } catch (RefusedException e) {
      return Node.NONE;
    }
  }
}
