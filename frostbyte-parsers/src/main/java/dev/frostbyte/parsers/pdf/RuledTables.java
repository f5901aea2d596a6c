package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds tables that have horizontal lines only. */
final class RuledTables {
  /** Shorter lines underline a word, points. */
  private static final float SHORTEST = 50f;

  /** How far the ends of lines of one table may differ, points. */
  private static final float SAME_END = 6f;

  /** White space between a line and the text beside it that ends a table, in font sizes. */
  private static final float OPEN = 1.8f;

  /** Letters of the middle one of all lines, when ordered by length, from which text is prose. */
  private static final int PROSE = 45;

  /** Share of the length of the rules that a line of running text fills. */
  private static final float WIDE = 0.7f;

  private static final int MOST_RULES = 60;
  private static final float NARROWEST_STREAM = 0.55f;

  private RuledTables() {}

  static List<TableDraft> of(List<Chunk> chunks, List<Rule> across, List<TableDraft> grids) {
    List<Rule> free =
        across.stream()
            .filter(rule -> rule.length() >= SHORTEST)
            .filter(rule -> grids.stream().noneMatch(g -> g.rect().grown(3).overlaps(rule.box())))
            .toList();
    List<TableDraft> tables = new ArrayList<>();
    for (List<Rule> group : groups(free)) {
      addTables(tables, chunks, group, free);
    }
    return tables;
  }

  /** Lines of equal ends, from top to bottom. */
  private static List<List<Rule>> groups(List<Rule> rules) {
    List<List<Rule>> groups = new ArrayList<>();
    for (Rule rule : rules) {
      List<Rule> home = null;
      for (List<Rule> group : groups) {
        home = home == null && sameEnds(group.getFirst(), rule) ? group : home;
      }
      if (home == null) {
        home = new ArrayList<>();
        groups.add(home);
      }
      home.add(rule);
    }
    groups.forEach(group -> group.sort(Comparator.comparingDouble(Rule::at)));
    groups.removeIf(group -> group.size() < 2 || group.size() > MOST_RULES);
    return groups;
  }

  private static boolean sameEnds(Rule one, Rule other) {
    return Math.abs(one.from() - other.from()) <= SAME_END
        && Math.abs(one.to() - other.to()) <= SAME_END;
  }

  /** The longest stretches of lines between which there is a table. */
  private static void addTables(
      List<TableDraft> tables, List<Chunk> chunks, List<Rule> group, List<Rule> rules) {
    int first = 0;
    while (first + 1 < group.size()) {
      int last = group.size() - 1;
      boolean found = false;
      while (last > first && !found) {
        found = addTable(tables, chunks, group.subList(first, last + 1), rules);
        last -= found ? 0 : 1;
      }
      first = found ? last : first + 1;
    }
  }

  private static boolean addTable(
      List<TableDraft> tables, List<Chunk> chunks, List<Rule> group, List<Rule> rules) {
    Rect rect =
        new Rect(
            group.getFirst().from(),
            group.getFirst().at(),
            group.getFirst().to(),
            group.getLast().at());
    if (hasOpenInterval(chunks, group)) {
      return false;
    }
    boolean taken = tables.stream().anyMatch(table -> table.rect().overlaps(rect));
    List<Chunk> inside =
        chunks.stream().filter(chunk -> rect.grown(2).containsCentre(chunk.rect())).toList();
    if (taken || inside.size() < 4 || sticksOut(inside, rect)) {
      return false;
    }
    List<Float> heights =
        rules.stream().map(Rule::at).filter(at -> at > rect.top() && at < rect.bottom()).toList();
    TableDraft draft = draft(inside, rect, heights);
    boolean table = TableShape.of(draft).isRuledTable(group.size() - 2) && !isProse(inside, draft);
    if (table) {
      tables.add(draft);
    }
    return table;
  }

  /** Text of a table stands near the lines around it; text between two tables does not. */
  private static boolean hasOpenInterval(List<Chunk> chunks, List<Rule> group) {
    for (int i = 1; i < group.size(); i++) {
      Rule above = group.get(i - 1);
      Rule below = group.get(i);
      Rect interval = new Rect(above.from(), above.at(), above.to(), below.at());
      List<Chunk> inside =
          chunks.stream().filter(chunk -> interval.containsCentre(chunk.rect())).toList();
      Rect text = Rect.around(inside, Chunk::rect);
      float size = (float) inside.stream().mapToDouble(Chunk::size).max().orElse(10);
      boolean empty = inside.isEmpty() && interval.height() > OPEN * size;
      boolean far =
          !inside.isEmpty()
              && (text.top() - above.at() > OPEN * size
                  || below.at() - text.bottom() > OPEN * size);
      if (empty || far || isProse(inside, interval)) {
        return true;
      }
    }
    return false;
  }

  /** Lines as wide as the rules, one below the other, part two tables. */
  private static boolean isProse(List<Chunk> inside, Rect interval) {
    List<Strip> strips = Strip.of(inside);
    long wide =
        strips.stream()
            .filter(strip -> strip.texts() == 1)
            .filter(strip -> strip.rect().width() > WIDE * interval.width())
            .count();
    return wide >= 3 && wide * 3 > strips.size();
  }

  private static boolean sticksOut(List<Chunk> inside, Rect rect) {
    Rect around = Rect.around(inside, Chunk::rect);
    return around.left() < rect.left() - 20 || around.right() > rect.right() + 20;
  }

  /** Columns of running text between two lines of a page are no table. */
  private static boolean isProse(List<Chunk> inside, TableDraft draft) {
    return draft.columns() == 2 && Side.of(List.copyOf(inside)).letters() > PROSE;
  }

  private static TableDraft draft(List<Chunk> inside, Rect rect, List<Float> heights) {
    List<Strip> strips = Strip.of(inside);
    Rect around = Rect.around(strips, Strip::rect);
    float[] streams = ColumnFinder.streams(strips, around, NARROWEST_STREAM);
    List<List<Strip>> rows = RowMaker.rows(strips, heights, streams);
    return new StreamTable(rect, streams, rows).draft();
  }
}
