package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.Region;
import java.util.HashSet;
import java.util.Set;

/** Keeps count of the pages that gave something, to tell how complete a reading is. One thread. */
final class Extent {
  private final Set<Integer> pages = new HashSet<>();

  void add(Block block) {
    for (Region region : block.regions()) {
      pages.add(region.page());
    }
  }

  /** What was expected against what these texts and pages hold. */
  Completeness completeness(Expected expected, int expectedPages, String original, String hidden) {
    int seen = (int) pages.stream().filter(page -> page <= expectedPages).count();
    return new Completeness(
        expected.characters(), inked(original) + inked(hidden), expectedPages, seen);
  }

  private static long inked(String text) {
    return text.codePoints().filter(point -> !Character.isWhitespace(point)).count();
  }
}
