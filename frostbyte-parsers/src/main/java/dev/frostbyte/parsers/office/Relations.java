package dev.frostbyte.parsers.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one part refers to (Open Packaging Conventions, ECMA-376 part 2). Immutable. */
record Relations(Map<String, Relation> all) {
  static final Relations NONE = new Relations(Map.of());

  /** The part that holds the relationships of a part; of the whole file for an empty name. */
  static String partOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  /** Reads the relationships of a part. */
  static Relations of(String part, Node root) {
    Map<String, Relation> all = new LinkedHashMap<>();
    for (Node each : root.children("rel:Relationship")) {
      String type = each.attribute("Type");
      String target = each.attribute("Target");
      boolean external = each.attribute("TargetMode").equals("External");
      all.put(
          each.attribute("Id"),
          new Relation(
              type.substring(type.lastIndexOf('/') + 1),
              external ? "" : resolve(part, target),
              external ? target : ""));
    }
    return new Relations(all);
  }

  /** The part of an id, when it is inside the file. */
  Optional<String> target(String id) {
    return Optional.ofNullable(all.get(id))
        .filter(found -> !found.isExternal())
        .map(Relation::target);
  }

  /** Where an id leads outside the file, as written; never opened. */
  Optional<String> address(String id) {
    return Optional.ofNullable(all.get(id)).filter(Relation::isExternal).map(Relation::address);
  }

  /** The first part of a type, when it is inside the file. */
  Optional<String> first(String type) {
    return targets(type).stream().findFirst();
  }

  /** All parts of a type inside the file, in order. */
  List<String> targets(String type) {
    return all.values().stream()
        .filter(each -> each.type.equals(type) && !each.isExternal())
        .map(Relation::target)
        .toList();
  }

  private static String resolve(String part, String target) {
    Deque<String> path = new ArrayDeque<>();
    if (!target.startsWith("/")) {
      String folder = part.substring(0, part.lastIndexOf('/') + 1);
      path.addAll(List.of(folder.split("/")));
    }
    for (String step : target.split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    path.removeIf(String::isEmpty);
    return String.join("/", path);
  }

  /**
   * One reference.
   *
   * @param type last word of its type
   * @param target name of a part; empty when external
   * @param address where it points outside the file; empty when it does not; never opened
   */
  record Relation(String type, String target, String address) {
    boolean isExternal() {
      return target.isEmpty();
    }
  }
}
