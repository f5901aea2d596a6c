package dev.frostbyte.parsers.pdf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranks the headings of a document: by the classes of their looks, larger before smaller, and by
 * their numbers where looks do not tell chapters from sections. The largest heading of a document
 * is its title; where the largest come several times and are hardly larger than the text, there is
 * no title, and they rank below the one they would have. Immutable.
 *
 * @param levels by look
 * @param numbered what is added to the depth of a number to get its level, empty when numbers do
 *     not count
 */
record HeadingRanks(Map<Typography.Look, Integer> levels, Map<Typography.Look, Integer> numbered) {
  static final HeadingRanks NONE = new HeadingRanks(Map.of(), Map.of());

  private static final int MAX_LEVEL = 6;

  /** Titles are larger than the text by this factor at least, or stand alone. */
  private static final float TITLE = 1.5f;

  static HeadingRanks of(List<Piece.Text> headings, float textSize) {
    TreeMap<Typography.Look, Integer> counts = new TreeMap<>();
    TreeMap<Typography.Look, int[]> depths = new TreeMap<>();
    for (Piece.Text heading : headings) {
      Typography.Look look = Typography.Look.of(heading);
      counts.merge(look, 1, Integer::sum);
      int depth = Math.min(MAX_LEVEL, Markers.sectionDepth(Headings.whole(heading)));
      depths.computeIfAbsent(look, key -> new int[MAX_LEVEL + 1])[depth]++;
    }
    TreeMap<Typography.Look, Integer> levels = new TreeMap<>();
    int level = isUntitled(counts, textSize) ? 1 : 0;
    for (Typography.Look look : counts.keySet()) {
      levels.put(look, Math.min(MAX_LEVEL, ++level));
    }
    return new HeadingRanks(levels, numbered(levels, depths));
  }

  private static boolean isUntitled(TreeMap<Typography.Look, Integer> counts, float textSize) {
    return counts.size() > 1
        && counts.firstEntry().getValue() > 1
        && counts.firstKey().halfPoints() < 2 * TITLE * textSize;
  }

  /** Looks in which numbers of several depths come. */
  private static TreeMap<Typography.Look, Integer> numbered(
      Map<Typography.Look, Integer> levels, TreeMap<Typography.Look, int[]> depths) {
    TreeMap<Typography.Look, Integer> numbered = new TreeMap<>();
    depths.forEach(
        (look, count) -> {
          int least = 0;
          int kinds = 0;
          for (int depth = count.length - 1; depth > 0; depth--) {
            least = count[depth] > 0 ? depth : least;
            kinds += count[depth] > 0 ? 1 : 0;
          }
          if (kinds > 1) {
            numbered.put(look, levels.getOrDefault(look, 1) - least);
          }
        });
    return numbered;
  }

  /** Level of a heading, from 1. */
  int level(Piece.Text heading) {
    Typography.Look look = Typography.Look.of(heading);
    int depth = Markers.sectionDepth(Headings.whole(heading));
    Integer added = numbered.get(look);
    return depth > 0 && added != null
        ? Math.clamp(depth + added, 1, MAX_LEVEL)
        : levels.getOrDefault(look, 1);
  }
}
