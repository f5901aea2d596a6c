package dev.frostbyte.parsers.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An XML element with what is in it. Names carry the prefixes of {@link Namespaces}; attributes
 * without a namespace carry none. Filled by {@link XmlPart}, not changed afterwards.
 */
final class Node {
  /** Name of the pieces of text of an element read with its text in order. */
  static final String TEXT = "#text";

  /** Stands for an element that is not there. */
  static final Node NONE = new Node("", Map.of());

  private final String name;
  private final Map<String, String> attributes;
  private final List<Node> children = new ArrayList<>(4);
  private final StringBuilder text = new StringBuilder(0);

  Node(String name, Map<String, String> attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /** A piece of text between elements. */
  static Node piece(String text) {
    Node piece = new Node(TEXT, Map.of());
    piece.append(text);
    return piece;
  }

  String name() {
    return name;
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  /** Whether it stands for an element that is there. */
  boolean exists() {
    return this != NONE;
  }

  /** An attribute; empty when absent. */
  String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  /** The attribute {@code w:val}; empty when absent. */
  String value() {
    return attribute("w:val");
  }

  /** An attribute as a number; the fallback when absent or no number. */
  long number(String wanted, long fallback) {
    return Numbers.parse(attribute(wanted), fallback);
  }

  List<Node> children() {
    return children;
  }

  List<Node> children(String wanted) {
    return children.stream().filter(child -> child.is(wanted)).toList();
  }

  /** The first child of this name, or {@link #NONE}. */
  Node child(String wanted) {
    for (Node child : children) {
      if (child.is(wanted)) {
        return child;
      }
    }
    return NONE;
  }

  /** The first child of the first child and so on, or {@link #NONE}. */
  Node path(String... names) {
    Node at = this;
    for (String next : names) {
      at = at.child(next);
    }
    return at;
  }

  /** The first element of this name below, in document order, or {@link #NONE}. */
  Node find(String wanted) {
    for (Node child : children) {
      Node found = child.is(wanted) ? child : child.find(wanted);
      if (found.exists()) {
        return found;
      }
    }
    return NONE;
  }

  /** Text that stands directly in it. */
  String text() {
    return text.toString();
  }

  void add(Node child) {
    children.add(child);
  }

  void append(String more) {
    text.append(more);
  }

  /** Whether an on/off element switches something on: present, and not {@code false}. */
  boolean on() {
    String value = value().isEmpty() ? attribute("val") : value();
    return exists() && !value.equals("0") && !value.equals("false") && !value.equals("off");
  }
}
