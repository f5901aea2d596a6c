package dev.frostbyte.core.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of a Docling document: a group for each list, a deeper list under the item before it. One
 * thread.
 */
final class DoclingLists {
  private final DoclingItems items;
  private final List<String> groups = new ArrayList<>();
  private String last = "#/body";

  DoclingLists(DoclingItems items) {
    this.items = items;
  }

  /** Pointer to the list in which an item of this depth stands. */
  String parent(int depth) {
    while (groups.size() > depth + 1) {
      groups.removeLast();
    }
    while (groups.size() <= depth) {
      String under = groups.isEmpty() ? "#/body" : last;
      ObjectNode group = items.group("groups", "list", under).put("name", "list");
      last = group.get("self_ref").textValue();
      groups.add(last);
    }
    return groups.getLast();
  }

  /** An item was put into the list. */
  void added(ObjectNode item) {
    last = item.get("self_ref").textValue();
  }

  /** Something else than an item follows. */
  void end() {
    groups.clear();
  }
}
