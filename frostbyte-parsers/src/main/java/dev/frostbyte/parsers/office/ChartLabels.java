package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;

/** The labels of the points of one series (ECMA-376 part 1, 21.2.2.47 and 21.2.2.49). Immutable. */
final class ChartLabels {
  private final Node ofGroup;
  private final Node ofSeries;

  ChartLabels(Node group, Node series) {
    ofGroup = group.child("c:dLbls");
    ofSeries = series.child("c:dLbls");
  }

  /** Whether all of them say something; one that single points say is not told. */
  boolean show(String what) {
    Node labels = ofSeries.exists() ? ofSeries : ofGroup;
    Node flag = labels.child(what);
    return !isDeleted(labels) && ChartReader.isOn(flag);
  }

  /** Adds what somebody wrote into labels. */
  void words(GraphicText text, Node defaults, List<String> notes) {
    for (Node label : ofSeries.children("c:dLbl")) {
      Node rich = label.path("c:tx", "c:rich");
      if (isDeleted(label) || isDeleted(ofSeries)) {
        text.hide(HiddenChannel.MARKED_HIDDEN, DrawingText.plain(rich));
      } else {
        List<Node> inherited =
            List.of(GraphicText.properties(label), GraphicText.properties(ofSeries), defaults);
        // What is behind a label depends on where it stands: on a bar, beside one.
        int behind = text.fill(label.child("c:spPr"), SlideTheme.UNKNOWN);
        notes.add(text.seen(rich, inherited, Node.NONE, behind));
      }
    }
  }

  private static boolean isDeleted(Node labels) {
    return ChartReader.isOn(labels.child("c:delete"));
  }
}
