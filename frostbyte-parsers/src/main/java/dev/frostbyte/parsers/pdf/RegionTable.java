package dev.frostbyte.parsers.pdf;

import java.util.List;

/** Makes a table of all words in a region that is known to hold one. Stateless. */
final class RegionTable {
  private static final float NARROWEST_STREAM = 0.55f;

  /** How far lines reach out of the region they belong to, points. */
  private static final float REACH = 4f;

  private RegionTable() {}

  /** By the lines painted there where they hold every word, by white streams otherwise. */
  static TableDraft of(List<Chunk> chunks, Rect region, List<Rule> rules) {
    List<Rule> inside =
        rules.stream().filter(rule -> region.grown(REACH).containsCentre(rule.box())).toList();
    List<Rule> across = Rules.joined(inside, true);
    List<Rule> down = Rules.joined(inside, false);
    List<TableDraft> grids = GridTables.of(chunks, Lattices.of(across, down));
    boolean whole = grids.size() == 1 && holds(grids.getFirst(), chunks);
    return whole ? grids.getFirst() : streamed(chunks, across);
  }

  private static boolean holds(TableDraft grid, List<Chunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.words().stream())
        .allMatch(word -> grid.rect().containsCentre(word.rect()));
  }

  private static TableDraft streamed(List<Chunk> chunks, List<Rule> across) {
    List<Strip> strips = Strip.of(chunks);
    Rect rect = Rect.around(strips, Strip::rect);
    float[] streams = ColumnFinder.streams(strips, rect, NARROWEST_STREAM);
    List<Float> heights =
        across.stream().map(Rule::at).filter(at -> at > rect.top() && at < rect.bottom()).toList();
    return new StreamTable(rect, streams, RowMaker.rows(strips, heights, streams)).draft();
  }
}
