package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records of JSON and XML that make a table, and the table they make. Stateless. */
final class DataTable {
  private static final int MOST_COLUMNS = 64;

  private DataTable() {}

  /**
   * Members of one name from here on that make one table, as far as their columns fit; else the one
   * that stands here.
   */
  static List<DataNode> run(List<DataNode> members, int from) {
    DataNode first = members.get(from);
    if (!first.isRow()) {
      return members.subList(from, from + 1);
    }
    Set<String> columns = new LinkedHashSet<>(first.row().keySet());
    int to = from + 1;
    while (to < members.size() && fits(first, members.get(to), columns)) {
      to++;
    }
    return members.subList(from, to);
  }

  private static boolean fits(DataNode first, DataNode other, Set<String> columns) {
    if (!other.name().equals(first.name()) || !other.isRow()) {
      return false;
    }
    columns.addAll(other.row().keySet());
    return columns.size() <= MOST_COLUMNS;
  }

  /** Whether all items are rows of one table. */
  static boolean isRecords(List<DataNode> items) {
    return items.size() > 1 && run(items, 0).size() == items.size();
  }

  /** Whether the items are lists of values, all of one length. */
  static boolean isGrid(List<DataNode> items) {
    int width = items.getFirst().children().size();
    return items.size() > 1
        && width > 0
        && width <= MOST_COLUMNS
        && items.stream().allMatch(item -> isValues(item) && item.children().size() == width);
  }

  private static boolean isValues(DataNode item) {
    return item.isList() && item.children().stream().allMatch(DataNode::isValue);
  }

  /** Writes a table of rows under the names of their values; a row ends with its last value. */
  static void write(UntrustedText caption, List<DataNode> rows, ElementSink sink)
      throws IOException {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.row().keySet()));
    DataParts parts = new DataParts(sink, caption, names.size(), 1);
    parts.addRow(List.copyOf(names));
    for (DataNode row : rows) {
      Map<String, String> values = row.row();
      parts.addRow(names.stream().map(name -> values.getOrDefault(name, "")).toList());
    }
    parts.emit();
  }

  /** Writes a table without names of lists of one length. */
  static void writeGrid(List<DataNode> rows, ElementSink sink) throws IOException {
    int columns = rows.getFirst().children().size();
    DataParts parts = new DataParts(sink, UntrustedText.EMPTY, columns, 0);
    for (DataNode row : rows) {
      parts.addRow(row.children().stream().map(DataNode::text).toList());
    }
    parts.emit();
  }
}
