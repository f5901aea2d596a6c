package dev.frostbyte.parsers.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named value of JSON or XML: text, perhaps with attributes, or a record or list with members.
 * Filled by a reader, not changed afterwards.
 */
final class DataNode {
  private final String name;
  private final boolean list;
  private final List<DataNode> attributes = new ArrayList<>(0);
  private final List<DataNode> children = new ArrayList<>(2);
  private String text = "";
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
    leaf.text = text;
    return leaf;
  }

  String name() {
    return name;
  }

  boolean isList() {
    return list;
  }

  String text() {
    return text;
  }

  List<DataNode> attributes() {
    return attributes;
  }

  /** Whether it is running text with marked words in it. */
  boolean isProse() {
    return prose;
  }

  /** Elements, items and pieces of text in it, without attributes. */
  List<DataNode> children() {
    return children;
  }

  /** What it consists of when it is no value: attributes, then children. */
  List<DataNode> members() {
    if (attributes.isEmpty()) {
      return children;
    }
    List<DataNode> members = new ArrayList<>(attributes);
    members.addAll(children);
    return members;
  }

  /** Whether it is text and not a record or a list; attributes may describe the text. */
  boolean isValue() {
    return children.isEmpty() && (attributes.isEmpty() || !text.isBlank());
  }

  /** Whether pieces of text stand between its members, whose order matters then. */
  boolean isNarrative() {
    return !list && children.stream().anyMatch(child -> child.name.isEmpty() && child.isValue());
  }

  /** Whether its values all have names of their own: a row of a table. */
  boolean isRow() {
    boolean record =
        isValue() ? !attributes.isEmpty() : members().stream().allMatch(DataNode::isField);
    return record && !list && !prose && row().size() == values();
  }

  private boolean isField() {
    return isValue() && !prose;
  }

  /** Its values by name, when it is a row: its own text first. */
  Map<String, String> row() {
    Map<String, String> row = new LinkedHashMap<>();
    if (isValue()) {
      row.put(name, text);
      attributes.forEach(each -> row.put(each.name, each.text));
    } else {
      members().forEach(member -> member.putInto(row));
    }
    return row;
  }

  private void putInto(Map<String, String> row) {
    row.put(name, text);
    attributes.forEach(each -> row.put(name + " " + each.name, each.text));
  }

  private int values() {
    if (isValue()) {
      return 1 + attributes.size();
    }
    return members().stream().mapToInt(member -> 1 + member.attributes.size()).sum();
  }

  void add(DataNode child) {
    children.add(child);
  }

  void describe(DataNode attribute) {
    attributes.add(attribute);
  }

  /** Makes it a value: this text and no children. */
  void makeValue(String words) {
    children.clear();
    text = words;
  }

  /** Makes it running text with marked words: that of all in it, whose attributes it takes. */
  void makeProse() {
    StringBuilder whole = new StringBuilder();
    for (DataNode child : children) {
      whole.append(child.text.isEmpty() ? " " : child.text);
      child.attributes.forEach(
          each -> attributes.add(leaf((child.name + " " + each.name).strip(), each.text)));
    }
    makeValue(whole.toString());
    prose = true;
  }
}
