package dev.frostbyte.core.chunk;

import java.util.List;

/**
 * Units between two headings.
 *
 * @param units in order, at least one
 * @param joinable whether it follows the section before with nothing between that must be left out
 */
record Section(List<Unit> units, boolean joinable) {
  Section {
    units = List.copyOf(units);
  }
}
