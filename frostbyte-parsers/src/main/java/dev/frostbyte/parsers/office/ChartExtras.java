package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * What Office 2013 and newer keep in charts besides the data that is drawn: series, points and
 * titles that a filter leaves out, and cells that give labels (MS-ODRAWXML, 2.24.3). One thread.
 */
final class ChartExtras {
  private static final String LABELS = "c15:datalabelsRange";

  private final GraphicText text;

  ChartExtras(GraphicText text) {
    this.text = text;
  }

  /** Series that a filter leaves out of a group. */
  void filtered(Node group) {
    hide(group.child("c:extLst"));
  }

  /** Labels from cells, where they are shown; all else of the series that is kept aside is not. */
  void ofSeries(Node series, List<String> notes) {
    Node kept = series.child("c:extLst");
    Node labels = kept.find(LABELS);
    boolean shown =
        ChartReader.isOn(series.child("c:dLbls").find("c15:showDataLabelsRange"))
            && !ChartReader.isOn(series.path("c:dLbls", "c:delete"));
    if (shown) {
      notes.addAll(texts(labels));
    } else {
      hide(labels);
    }
    for (Node child : kept.children()) {
      if (!child.find(LABELS).exists()) {
        hide(child);
      }
    }
  }

  private void hide(Node kept) {
    text.hide(HiddenChannel.MARKED_HIDDEN, String.join("\n", texts(kept)));
  }

  private static List<String> texts(Node node) {
    List<String> all = new ArrayList<>();
    collect(node, all);
    return all;
  }

  private static void collect(Node node, List<String> into) {
    for (Node child : node.children()) {
      if (child.is("c:v") || child.is("a:t")) {
        into.add(child.text());
      } else {
        collect(child, into);
      }
    }
  }
}
