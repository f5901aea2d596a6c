package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes JSON and XML as text with structure: containers are headings, records of like values are
 * tables, leaves are lines of a name and a value. Recursion is bounded by the depth of the tree.
 * One thread.
 */
final class DataWriter {
  private static final int DEEPEST_HEADING = 9;
  private static final int MOST_COLUMNS = 64;

  private final ElementSink sink;
  private final List<String> lines = new ArrayList<>();

  DataWriter(ElementSink sink) {
    this.sink = sink;
  }

  /** Writes what is in a value whose name, if any, has been written. */
  void content(DataNode node, int level) throws IOException {
    if (node.isProse()) {
      prose(node);
    } else if (node.isLeaf()) {
      line(node.text());
    } else if (node.isList()) {
      items(node, level);
    } else {
      fields(node, level);
    }
    flush();
  }

  private void fields(DataNode node, int level) throws IOException {
    List<DataNode> children = node.children();
    line(node.text().strip());
    for (int from = 0; from < children.size(); ) {
      int to = from + 1;
      DataNode child = children.get(from);
      while (child.isRow() && to < children.size() && isLike(child, children.get(to))) {
        to++;
      }
      List<DataNode> run = children.subList(from, to);
      if (to - from == 1 || !table(child.name(), run)) {
        for (DataNode each : run) {
          field(each, level);
        }
      }
      from = to;
    }
  }

  private static boolean isLike(DataNode first, DataNode other) {
    return other.isRow() && other.name().equals(first.name());
  }

  private void field(DataNode child, int level) throws IOException {
    if (child.isProse()) {
      prose(child);
    } else if (child.isLeaf()) {
      line(child.name().isEmpty() ? child.text() : child.name() + ": " + child.text());
    } else {
      heading(child.name(), level);
      content(child, level + 1);
    }
  }

  private void prose(DataNode node) throws IOException {
    flush();
    sink.accept(Block.paragraph(node.text(), List.of()));
    if (!node.beside().isEmpty()) {
      sink.accept(Block.hidden(HiddenChannel.METADATA, node.beside(), List.of()));
    }
  }

  private void items(DataNode list, int level) throws IOException {
    List<DataNode> items = list.children();
    if (items.size() > 1 && items.stream().allMatch(DataNode::isRow) && table("", items)) {
      return;
    }
    int number = 0;
    for (DataNode item : items) {
      number++;
      if (item.isLeaf()) {
        sink.accept(Block.listItem(0, "-", item.text(), List.of()));
      } else {
        heading((list.name() + " " + number).strip(), level);
        content(item, level + 1);
      }
    }
  }

  /** Writes rows as a table; false when they have too many columns for one. */
  private boolean table(String caption, List<DataNode> rows) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (DataNode row : rows) {
      row.fields().forEach(value -> names.add(value.name()));
    }
    if (names.size() > MOST_COLUMNS) {
      return false;
    }
    flush();
    List<String> columns = List.copyOf(names);
    List<Block.Cell> cells = new ArrayList<>();
    columns.forEach(name -> cells.add(Block.Cell.of(0, cells.size(), name)));
    for (int row = 0; row < rows.size(); row++) {
      row(rows.get(row), row + 1, columns, cells);
    }
    sink.accept(new Block.Table(columns.size(), 1, cells, UntrustedText.of(caption), List.of()));
    return true;
  }

  private static void row(DataNode record, int row, List<String> columns, List<Block.Cell> cells) {
    var values = record.fields().stream().collect(Collectors.toMap(DataNode::name, DataNode::text));
    for (int column = 0; column < columns.size(); column++) {
      cells.add(Block.Cell.of(row, column, values.getOrDefault(columns.get(column), "")));
    }
  }

  private void heading(String name, int level) throws IOException {
    flush();
    sink.accept(Block.heading(Math.min(DEEPEST_HEADING, level), name, List.of()));
  }

  private void line(String line) {
    if (!line.isBlank()) {
      lines.add(line);
    }
  }

  private void flush() throws IOException {
    if (!lines.isEmpty()) {
      sink.accept(Block.paragraph(String.join("\n", lines), List.of()));
      lines.clear();
    }
  }
}
