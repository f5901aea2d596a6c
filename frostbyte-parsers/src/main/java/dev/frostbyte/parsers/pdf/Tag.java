package dev.frostbyte.parsers.pdf;

import org.apache.pdfbox.cos.COSDictionary;
import org.jspecify.annotations.Nullable;

/**
 * An element of the structure tree. Compared by identity of its dictionary. Immutable.
 *
 * @param role standard structure type, such as {@code P} or {@code H1}
 * @param order position in the tree
 */
record Tag(String role, int order, COSDictionary dictionary, @Nullable Tag parent) {
  /** The nearest of this element and those around it that has a role, null when none has. */
  @Nullable Tag nearest(String... roles) {
    Tag tag = this;
    while (tag != null && !java.util.List.of(roles).contains(tag.role)) {
      tag = tag.parent;
    }
    return tag;
  }

  /** How many elements of a role hold this one. */
  int depth(String wanted) {
    int depth = 0;
    for (Tag tag = this; tag != null; tag = tag.parent) {
      depth += tag.role.equals(wanted) ? 1 : 0;
    }
    return depth;
  }

  /** Level of a heading, 0 for all else. */
  int level() {
    if (role.matches("H[1-9]")) {
      return role.charAt(1) - '0';
    }
    return role.equals("H") || role.equals("Title") ? 1 : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag tag && tag.dictionary == dictionary;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(dictionary);
  }

  @Override
  public String toString() {
    return "Tag(" + order + ")";
  }
}
