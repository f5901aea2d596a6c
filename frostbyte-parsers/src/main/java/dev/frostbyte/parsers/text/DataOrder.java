package dev.frostbyte.parsers.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order the members of a record are written: values before containers, under whose
 * headings they would stand otherwise. Stateless.
 */
final class DataOrder {
  private DataOrder() {}

  /**
   * Members with the values first that have names of their own; values of one name may be running
   * text, like the paragraphs of a chapter, and keep their places, as all do where text stands
   * between them.
   *
   * @param all whether every value comes first: where there is no heading to write once more
   */
  static List<DataNode> of(DataNode record, boolean all) {
    List<DataNode> members = record.members();
    if (record.isNarrative() && !all) {
      return members;
    }
    Map<String, Integer> names = new HashMap<>();
    members.forEach(member -> names.merge(member.name(), 1, Integer::sum));
    List<DataNode> first = new ArrayList<>();
    List<DataNode> others = new ArrayList<>();
    for (DataNode member : members) {
      boolean own = all || names.getOrDefault(member.name(), 0) == 1;
      (member.isValue() && own ? first : others).add(member);
    }
    first.addAll(others);
    return first;
  }
}
