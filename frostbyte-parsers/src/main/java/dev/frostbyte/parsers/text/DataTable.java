package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
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

  /** A table of rows under the names of their values. */
  static Block of(UntrustedText caption, List<DataNode> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.row().keySet()));
    List<Block.Cell> cells = new ArrayList<>();
    names.forEach(name -> cells.add(Block.Cell.of(0, cells.size(), name)));
    for (int row = 0; row < rows.size(); row++) {
      Map<String, String> values = rows.get(row).row();
      int column = 0;
      for (String name : names) {
        cells.add(Block.Cell.of(row + 1, column++, values.getOrDefault(name, "").strip()));
      }
    }
    return new Block.Table(names.size(), 1, cells, caption, List.of());
  }

  /** A table without names of lists of one length. */
  static Block grid(List<DataNode> rows) {
    List<Block.Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (DataNode value : rows.get(row).children()) {
        cells.add(Block.Cell.of(row, column++, value.text().strip()));
      }
    }
    int columns = rows.getFirst().children().size();
    return new Block.Table(columns, 0, cells, UntrustedText.EMPTY, List.of());
  }
}
