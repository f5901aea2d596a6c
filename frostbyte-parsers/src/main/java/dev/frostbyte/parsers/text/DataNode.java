package dev.frostbyte.parsers.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A named value of JSON or XML: a leaf with text, or a record or list with children. Filled by a
 * reader, not changed afterwards.
 */
final class DataNode {
  private final String name;
  private final boolean list;
  private final List<DataNode> children = new ArrayList<>(2);
  private final StringBuilder text = new StringBuilder(0);
  private String beside = "";
  private boolean prose;

  /**
   * A value without content yet.
   *
   * @param list whether its children are items without names
   */
  DataNode(String name, boolean list) {
    this.name = name;
    this.list = list;
  }

  static DataNode leaf(String name, String text) {
    DataNode leaf = new DataNode(name, false);
    leaf.text.append(text);
    return leaf;
  }

  String name() {
    return name;
  }

  boolean isList() {
    return list;
  }

  List<DataNode> children() {
    return children;
  }

  String text() {
    return text.toString();
  }

  /** Whether it is running text with marked words in it, rather than values with names. */
  boolean isProse() {
    return prose;
  }

  boolean isLeaf() {
    return children.isEmpty() || prose;
  }

  /** Whether it is a record of leaves only, and of text of its own name: a row of a table. */
  boolean isRow() {
    return !list
        && !prose
        && !children.isEmpty()
        && children.stream().allMatch(DataNode::isLeaf)
        && children.stream().noneMatch(DataNode::isProse)
        && fields().stream().map(DataNode::name).distinct().count() == fields().size();
  }

  /** What a row holds: its children, then its own text under its own name. */
  List<DataNode> fields() {
    if (text.toString().isBlank()) {
      return children;
    }
    List<DataNode> fields = new ArrayList<>(children);
    fields.add(leaf(name, text.toString()));
    return fields;
  }

  void add(DataNode child) {
    children.add(child);
  }

  void append(String more) {
    text.append(more);
  }

  /** What attributes say in running text, line by line: no reader of the text sees it. */
  String beside() {
    return beside;
  }

  /** Makes it running text: its own, in order with that of what is in it. */
  void makeProse(String whole, String attributes) {
    prose = true;
    beside = attributes;
    text.setLength(0);
    text.append(whole);
  }
}
