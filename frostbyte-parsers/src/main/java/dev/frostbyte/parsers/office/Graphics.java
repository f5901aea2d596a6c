package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads charts and diagrams that a drawing refers to, from the parts that hold their data. One
 * thread.
 *
 * @param container stays its owner's
 * @param theme of the document
 * @param ground colour behind what has no fill, or {@link SlideTheme#UNKNOWN}
 */
record Graphics(Container container, SlideTheme theme, int ground) {
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
    boolean read =
        chart
            ? chart(ChartReader.read(root, theme, ground), hidden, out)
            : diagram(Diagram.of(root, drawn(root, relations)), hidden, out);
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
      GraphicText.Unseen.emit(chart.unseen(), out);
    } else if (!chart.isEmpty()) {
      chart.emit(out);
    }
    return !chart.isEmpty();
  }

  private static boolean diagram(Diagram diagram, Optional<HiddenChannel> hidden, Output out)
      throws IOException {
    GraphicText.Unseen.emit(diagram.unseen(), out);
    if (hidden.isPresent()) {
      out.hidden(hidden.get(), diagram.text());
    } else {
      diagram.emit(out);
    }
    return !diagram.items().isEmpty() || !diagram.unseen().isEmpty();
  }

  /** How the program that made a diagram drew it, where the file says. */
  private DrawnDiagram drawn(Node model, Relations relations) throws IOException {
    String id = model.child("dgm:extLst").find("dsp:dataModelExt").attribute("relId");
    String part = relations.target(id).orElse("");
    Node drawing = container.has(part) ? tree(part) : Node.NONE;
    return DrawnDiagram.of(drawing, new GraphicText(theme), ground);
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
