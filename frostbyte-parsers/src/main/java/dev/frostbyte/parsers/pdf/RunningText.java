package dev.frostbyte.parsers.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds running headers and footers: the same text, numbers aside, at the same height near the top
 * or bottom edge of a neighbouring page.
 */
final class RunningText {
  /** Share of the page's height at each edge where it is looked for. */
  private static final float EDGE = 0.12f;

  /** How far the height may differ from page to page, points. */
  private static final float SAME_HEIGHT = 4f;

  private RunningText() {}

  /** What stands near the edges of a page, all that is kept of it for its neighbours. */
  static List<Mark> marks(PageText page) {
    Rect edge = page.frame().page();
    float band = EDGE * edge.height();
    return page.chunks().stream()
        .filter(
            chunk ->
                chunk.rect().bottom() < edge.top() + band
                    || chunk.rect().top() > edge.bottom() - band)
        .map(chunk -> new Mark(chunk, signature(chunk.text()), chunk.baseline()))
        .toList();
  }

  /** Chunks of a page that its neighbours repeat; compared by identity. */
  static Set<Chunk> running(List<Mark> page, List<List<Mark>> neighbours) {
    Set<Chunk> running = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Mark mark : page) {
      if (neighbours.stream().flatMap(List::stream).anyMatch(mark::isRepeatedBy)) {
        running.add(mark.chunk());
      }
    }
    return running;
  }

  private static String signature(String text) {
    return text.replaceAll("\\d+", "#").replaceAll("\\s+", " ");
  }

  /** A line near an edge. */
  record Mark(Chunk chunk, String signature, float baseline) {
    boolean isRepeatedBy(Mark other) {
      return Math.abs(baseline - other.baseline) < SAME_HEIGHT
          && Math.abs(chunk.size() - other.chunk.size()) < 0.5f
          && signature.equals(other.signature);
    }
  }
}
