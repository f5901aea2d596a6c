package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Parts the lines of a page into groups that cross each other. */
final class Lattices {
  private static final float REACH = 3f;

  private Lattices() {}

  static List<Lattice> of(List<Rule> across, List<Rule> down) {
    int[] parent = new int[across.size() + down.size()];
    java.util.Arrays.setAll(parent, i -> i);
    for (int i = 0; i < across.size(); i++) {
      for (int j = 0; j < down.size(); j++) {
        if (meet(across.get(i), down.get(j))) {
          parent[root(parent, across.size() + j)] = root(parent, i);
        }
      }
    }
    List<Lattice> lattices = new ArrayList<>();
    for (int i = 0; i < across.size(); i++) {
      if (root(parent, i) == i) {
        addGroup(lattices, parent, i, across, down);
      }
    }
    return lattices;
  }

  private static void addGroup(
      List<Lattice> lattices, int[] parent, int group, List<Rule> across, List<Rule> down) {
    List<Rule> lying = members(across, parent, 0, group);
    List<Rule> standing = members(down, parent, across.size(), group);
    if (lying.size() >= 2 && !standing.isEmpty()) {
      Lattice lattice = Lattice.of(lying, standing);
      if (lattice.columns() >= 1 && lattice.rows() >= 1) {
        lattices.add(lattice);
      }
    }
  }

  private static List<Rule> members(List<Rule> rules, int[] parent, int offset, int group) {
    List<Rule> members = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (root(parent, offset + i) == group) {
        members.add(rules.get(i));
      }
    }
    return members;
  }

  private static boolean meet(Rule across, Rule down) {
    return down.at() >= across.from() - REACH
        && down.at() <= across.to() + REACH
        && across.at() >= down.from() - REACH
        && across.at() <= down.to() + REACH;
  }

  private static int root(int[] parent, int at) {
    int root = at;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
