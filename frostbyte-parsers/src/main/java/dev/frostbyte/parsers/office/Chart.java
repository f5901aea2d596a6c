package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a chart says: its title, the titles of its axes, and its data as tables of categories by
 * series, one for all series that have the same categories. Immutable.
 *
 * @param title may be empty
 * @param categories title of the axis of categories; may be empty
 * @param notes titles of other axes and labels somebody wrote
 * @param unseen texts of it that nobody sees; in none of the others
 */
record Chart(
    String title,
    String categories,
    List<String> notes,
    List<Series> series,
    List<GraphicText.Unseen> unseen) {
  /** Whether there is nothing to read in it. */
  boolean isEmpty() {
    return title.isBlank()
        && categories.isBlank()
        && notes.isEmpty()
        && series.isEmpty()
        && unseen.isEmpty();
  }

  /** Emits it; a chart without data is a figure under its title. */
  void emit(Output out) throws IOException {
    GraphicText.Unseen.emit(unseen, out);
    for (String note : notes) {
      out.paragraph(note);
    }
    if (series.isEmpty()) {
      out.emit(Block.figure(out.counted(title), out.regions()));
      out.paragraph(categories);
      return;
    }
    String caption = title;
    for (List<Series> group : groups()) {
      table(group, caption, out);
      caption = "";
    }
  }

  /** All of its texts, a line each. */
  String text() {
    List<String> lines = new ArrayList<>(List.of(title, categories));
    lines.addAll(notes);
    for (Series each : series) {
      lines.add(each.name());
      lines.add(each.categories().text());
      lines.add(each.values().text());
    }
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private List<List<Series>> groups() {
    List<List<Series>> groups = new ArrayList<>();
    for (Series each : series) {
      boolean joins =
          !groups.isEmpty()
              && groups.getLast().size() < TableGrid.WIDEST - 1
              && groups.getLast().getFirst().categories().equals(each.categories());
      if (!joins) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(each);
    }
    return groups;
  }

  private void table(List<Series> group, String caption, Output out) throws IOException {
    List<Block.Cell> cells = new ArrayList<>();
    cells.add(Block.Cell.of(0, 0, out.counted(categories)));
    for (int i = 0; i < group.size(); i++) {
      cells.add(Block.Cell.of(0, i + 1, out.counted(group.get(i).name())));
    }
    int row = 0;
    for (int number : numbers(group)) {
      row++;
      cell(row, 0, group.getFirst().categories().points().get(number), cells, out);
      for (int i = 0; i < group.size(); i++) {
        cell(row, i + 1, group.get(i).values().points().get(number), cells, out);
      }
    }
    UntrustedText title = UntrustedText.of(out.counted(caption));
    out.emit(new Block.Table(group.size() + 1, 1, cells, title, out.regions()));
  }

  private static void cell(
      int row, int column, ChartData.@Nullable Point point, List<Block.Cell> cells, Output out)
      throws IOException {
    if (point != null) {
      UntrustedText text = UntrustedText.of(out.counted(point.text()));
      cells.add(new Block.Cell(row, column, 1, 1, text, point.held()));
    }
  }

  private static SortedSet<Integer> numbers(List<Series> group) {
    SortedSet<Integer> numbers = new TreeSet<>(group.getFirst().categories().points().keySet());
    group.forEach(each -> numbers.addAll(each.values().points().keySet()));
    return numbers;
  }

  /**
   * One series.
   *
   * @param categories or values along the lying axis
   */
  record Series(String name, ChartData categories, ChartData values) {
    /** Never shows the name. */
    @Override
    public String toString() {
      return "Series(" + values.points().size() + " points)";
    }
  }

  /** Never shows the texts. */
  @Override
  public String toString() {
    return "Chart(" + series.size() + " series)";
  }
}
