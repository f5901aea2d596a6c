package dev.frostbyte.core.chunk;

import java.util.ArrayList;
import java.util.List;

/** Packs the units of a section into groups that each fit a chunk. */
final class Packer {
  private final Budget budget;

  Packer(Budget budget) {
    this.budget = budget;
  }

  List<Group> pack(Section section) {
    List<Group> groups = new ArrayList<>();
    List<Unit> units = section.units();
    for (int from = 0; from < units.size(); ) {
      int to = fitting(units, from, grow(units, from));
      groups.add(new Group(units.subList(from, to), from > 0 || section.joinable()));
      from = to;
    }
    return groups;
  }

  /** One past the last unit by the sum of tokens, which {@link #fitting} then counts exactly. */
  private int grow(List<Unit> units, int from) {
    Unit first = units.get(from);
    int used = budget.tokens(first.start(), first.end());
    int to = from + 1;
    while (to < units.size() && belongs(first, units.get(to))) {
      used += budget.tokens(units.get(to).start(), units.get(to).end());
      if (used > budget.limit() || !grows(units, from, to)) {
        return listBorder(units, from, to);
      }
      to++;
    }
    return to;
  }

  /** A chunk that goes on with a table holds nothing but that table. */
  private static boolean belongs(Unit first, Unit next) {
    return first.context().isEmpty() || next.context().equals(first.context());
  }

  private boolean grows(List<Unit> units, int from, int to) {
    int start = units.get(from).start();
    int length = units.get(to).end() - start;
    boolean small = units.get(to - 1).end() - start < budget.sizes().merge();
    return length <= budget.sizes().soft() || small && length <= budget.sizes().hard();
  }

  /**
   * Where a list would be cut, the chunk ends before the list, if the list then fits a chunk of its
   * own.
   */
  private int listBorder(List<Unit> units, int from, int to) {
    if (!units.get(to).list() || !units.get(to - 1).list()) {
      return to;
    }
    int first = to;
    while (first > from && units.get(first - 1).list()) {
      first--;
    }
    int last = to;
    while (last < units.size() && units.get(last).list() && last - first < budget.sizes().hard()) {
      last++;
    }
    boolean moves = first > from && fits(units, first, last);
    return moves && units.get(first - 1).end() - units.get(from).start() >= budget.sizes().merge()
        ? first
        : to;
  }

  private int fitting(List<Unit> units, int from, int most) {
    int to = most;
    while (to > from + 1 && !fits(units, from, to)) {
      to--;
    }
    return to;
  }

  private boolean fits(List<Unit> units, int from, int to) {
    Unit first = units.get(from);
    return budget.fits(first.start(), units.get(to - 1).end(), first.headings(), first.context());
  }
}
