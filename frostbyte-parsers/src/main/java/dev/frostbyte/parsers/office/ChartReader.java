package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the part of a chart (ECMA-376 part 1, 21.2) into what is seen of it and what is not: titles
 * and labels in a look that hides them or of deleted axes, names that no legend and no label shows,
 * categories no axis shows, words among the values, and all that a filter leaves out. One thread.
 */
final class ChartReader {
  private static final List<String> VALUES = List.of("c:val", "c:yVal", "c:bubbleSize");

  private final GraphicText text;
  private final Node chart;
  private final Node plot;
  private final boolean from1904;
  private final Node defaults;
  private final int ground;
  private final ChartLegend legend;
  private final ChartAxes axes;
  private final List<Chart.Series> series = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<ChartData> shown = new HashSet<>();
  private int number;

  private ChartReader(Node space, SlideTheme theme, int around) {
    text = new GraphicText(theme);
    chart = space.child("c:chart");
    plot = chart.child("c:plotArea");
    from1904 = space.child("c:date1904").attribute("val").matches("1|true");
    defaults = GraphicText.properties(space);
    ground = text.fill(space.child("c:spPr"), around);
    axes = new ChartAxes(plot, text, defaults, ground);
    legend = new ChartLegend(chart.child("c:legend"), text, defaults, ground);
  }

  /**
   * Reads a chart.
   *
   * @param around colour behind it, or {@link SlideTheme#UNKNOWN}
   */
  static Chart read(Node space, SlideTheme theme, int around) {
    return new ChartReader(space, theme, around).read();
  }

  private Chart read() {
    findShown();
    String title = title(chart, isOn(chart.child("c:autoTitleDeleted")));
    Node main = axes.main();
    String categories = title(main, ChartAxes.isDeleted(main));
    for (Node child : plot.children()) {
      if (child != main) {
        notes.add(title(child, ChartAxes.isDeleted(child)));
      }
      for (Node each : child.children("c:ser")) {
        series(child, each);
        number++;
      }
      new ChartExtras(text).filtered(child);
    }
    notes.removeIf(String::isBlank);
    return new Chart(title, categories, notes, series, text.unseen());
  }

  private String title(Node titled, boolean deleted) {
    Node title = titled.child("c:title");
    Node words = title.child("c:tx");
    Node rich = words.child("c:rich");
    String plain = rich.exists() ? DrawingText.plain(rich) : ChartData.of(words, false).text();
    if (deleted) {
      text.hide(HiddenChannel.MARKED_HIDDEN, plain);
      return "";
    }
    int behind = text.fill(title.child("c:spPr"), ground);
    List<Node> inherited = List.of(GraphicText.properties(title), defaults);
    return rich.exists()
        ? text.seen(rich, inherited, Node.NONE, behind)
        : text.plain(plain, inherited, behind);
  }

  private void series(Node group, Node read) {
    ChartLabels labels = new ChartLabels(group, read);
    String name = name(group, read, labels);
    ChartData categories = categories(group, read, labels);
    for (String kind : VALUES) {
      ChartData values = ChartData.of(read.child(kind), from1904);
      text.hide(HiddenChannel.MARKED_HIDDEN, values.only(true).text());
      ChartData numbers = values.only(false);
      if (!numbers.points().isEmpty()) {
        series.add(new Chart.Series(name, categories, numbers));
      }
    }
    labels.words(text, defaults, notes);
    new ChartExtras(text).ofSeries(read, notes);
  }

  /**
   * Seen in the legend, beside the points, in a table, or as the title of a chart of one series.
   */
  private String name(Node group, Node read, ChartLabels labels) {
    Node words = read.child("c:tx");
    String literal = words.child("c:v").text();
    String name = literal.isEmpty() ? ChartData.of(words, false).text() : literal;
    boolean inLegend = axes.has(group) && legend.shows(number);
    boolean seen = inLegend || labels.show("c:showSerName") || isTable() || isTitle();
    if (!seen) {
      text.hide(HiddenChannel.MARKED_HIDDEN, name);
    }
    return seen ? name : "";
  }

  private boolean isTable() {
    return plot.child("c:dTable").exists();
  }

  private boolean isTitle() {
    boolean own = chart.path("c:title", "c:tx").exists();
    long all = plot.children().stream().mapToLong(each -> each.children("c:ser").size()).sum();
    return !own && all == 1 && !isOn(chart.child("c:autoTitleDeleted"));
  }

  /** Words are seen along an axis, in a legend or a label; numbers are seen as places. */
  private ChartData categories(Node group, Node read, ChartLabels labels) {
    ChartData all = along(read);
    ChartData words = all.only(true);
    if (labels.show("c:showCatName") || isTable() || shown.contains(words)) {
      return all;
    }
    boolean pie = !axes.has(group) && read == group.child("c:ser");
    Set<Integer> seen = pie ? legend.shown(words.points().keySet()) : Set.of();
    ChartData gone = words.among(seen, false);
    text.hide(HiddenChannel.MARKED_HIDDEN, gone.text());
    return all.among(gone.points().keySet(), false);
  }

  /** An axis shows what the first series along it says, and no other. */
  private void findShown() {
    for (Node group : plot.children()) {
      Node first = group.child("c:ser");
      if (first.child("c:cat").exists() && axes.showCategories(group)) {
        shown.add(along(first).only(true));
      }
    }
  }

  private ChartData along(Node read) {
    boolean named = read.child("c:cat").exists();
    return ChartData.of(read.child(named ? "c:cat" : "c:xVal"), from1904);
  }

  /** A switch that is on when it says nothing else (ECMA-376 part 1, 21.2.3.5). */
  static boolean isOn(Node flag) {
    return flag.exists() && !flag.attribute("val").matches("0|false");
  }
}
