package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Units that make one chunk. Immutable.
 *
 * @param units in order, at least one
 * @param joinable whether nothing that must be left out lies between it and the group before
 */
record Group(List<Unit> units, boolean joinable) {
  Group {
    units = List.copyOf(units);
  }

  int start() {
    return units.getFirst().start();
  }

  int end() {
    return units.getLast().end();
  }

  boolean hasContext() {
    return !units.getFirst().context().isEmpty() || !units.getLast().context().isEmpty();
  }

  Group with(Group next) {
    List<Unit> all = new ArrayList<>(units);
    all.addAll(next.units);
    return new Group(all, joinable);
  }

  ChunkDraft draft() {
    Span span = new Span(TextName.SERVED, start(), end(), regions());
    return new ChunkDraft(span, units.getFirst().headings(), units.getFirst().context());
  }

  /** One region a page: the smallest box that holds those of the units. */
  private List<Region> regions() {
    TreeMap<Integer, Box> pages = new TreeMap<>();
    for (Unit unit : units) {
      unit.regions().forEach(region -> pages.merge(region.page(), region.box(), Box::union));
    }
    return pages.entrySet().stream()
        .map(page -> new Region(page.getKey(), page.getValue()))
        .toList();
  }
}
