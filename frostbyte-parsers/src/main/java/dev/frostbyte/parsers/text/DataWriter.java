package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes JSON and XML as text with structure: containers are headings, records of like values are
 * tables, values are lines of a name and a text with their attributes in brackets. Every value
 * stands under the heading of its owner. Recursion is bounded by the depth of the tree. One thread.
 */
final class DataWriter {
  private static final int DEEPEST_HEADING = 9;

  /** What a container is called that has no name. */
  private static final String ITEM = "item";

  private final ElementSink sink;
  private final List<String> lines = new ArrayList<>();

  DataWriter(ElementSink sink) {
    this.sink = sink;
  }

  /**
   * Writes what is in a value.
   *
   * @param label of the heading it stands under; empty for none
   * @param level of the headings in it
   */
  void content(DataNode node, String label, int level) throws IOException {
    if (node.isValue()) {
      line(described(node));
    } else if (node.isList()) {
      items(node, label, level);
    } else {
      fields(DataOrder.of(node, label.isEmpty()), label, level);
    }
    flush();
  }

  /** What comes behind a container stands under the heading of its owner once more. */
  private void fields(List<DataNode> members, String label, int level) throws IOException {
    boolean nested = false;
    for (int from = 0; from < members.size(); ) {
      List<DataNode> run = DataTable.run(members, from);
      DataNode first = run.getFirst();
      boolean inside = run.size() == 1 && !first.isValue();
      if (nested && !inside) {
        heading(label, level - 1);
      }
      member(run, level);
      nested = inside;
      from += run.size();
    }
  }

  private void member(List<DataNode> run, int level) throws IOException {
    DataNode first = run.getFirst();
    if (run.size() > 1) {
      flush();
      DataTable.write(UntrustedText.of(first.name()), run, sink);
    } else if (first.isValue()) {
      value(first);
    } else {
      String name = first.name().isBlank() ? ITEM : first.name();
      heading(name, level);
      content(first, name, level + 1);
    }
  }

  /** Running text is a paragraph of its own. */
  private void value(DataNode value) throws IOException {
    String text = described(value);
    boolean prose = value.isProse() || value.name().isEmpty();
    if (prose) {
      flush();
    }
    line(value.name().isEmpty() ? text : value.name() + ": " + text);
    if (prose) {
      flush();
    }
  }

  private void items(DataNode list, String label, int level) throws IOException {
    List<DataNode> items = list.children();
    if (DataTable.isRecords(items)) {
      flush();
      DataTable.write(UntrustedText.EMPTY, items, sink);
    } else if (DataTable.isGrid(items)) {
      flush();
      DataTable.writeGrid(items, sink);
    } else {
      plainItems(list, label, level);
    }
  }

  /** Values are items; from the first container on, each item has a heading with its number. */
  private void plainItems(DataNode list, String label, int level) throws IOException {
    boolean nested = false;
    int number = 0;
    for (DataNode item : list.children()) {
      number++;
      nested |= !item.isValue();
      if (nested) {
        String name = numbered(list, label, number);
        heading(name, level);
        content(item, name, level + 1);
      } else {
        sink.accept(Block.listItem(0, "-", item.text(), List.of()));
      }
    }
  }

  private static String numbered(DataNode list, String label, int number) {
    boolean inItem = list.name().isEmpty() && !label.isEmpty();
    return (label.isEmpty() ? ITEM : label) + (inItem ? "." : " ") + number;
  }

  private static String described(DataNode value) {
    String text = value.text().strip();
    if (value.attributes().isEmpty()) {
      return text;
    }
    return value.attributes().stream()
        .map(each -> each.name() + ": " + each.text())
        .collect(Collectors.joining(", ", text + " (", ")"));
  }

  private void heading(String name, int level) throws IOException {
    flush();
    sink.accept(Block.heading(Math.clamp(level, 1, DEEPEST_HEADING), name, List.of()));
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
