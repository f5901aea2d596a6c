package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Finds tables without lines in one flow: lines of several chunks that share white streams. */
final class PlainTables {
  private static final float NARROWEST_STREAM = 0.7f;

  /** Gap that ends a table, in font sizes. */
  private static final float FAR = 2.5f;

  /** How far lines of one column may begin apart, points. */
  private static final float SAME_START = 2f;

  /** Gap between a row and the rest of its cells at most, in font sizes. */
  private static final float REST = 0.7f;

  /** Lines of a single chunk that may stand between lines of several. */
  private static final int SINGLES = 2;

  private PlainTables() {}

  /**
   * The flow with its tables in place.
   *
   * @param painted whether the page paints the spaces between words
   */
  static List<Item> found(List<Item> flow, boolean painted) {
    List<Item> items = new ArrayList<>();
    List<Chunk> open = new ArrayList<>();
    for (Item item : flow) {
      switch (item) {
        case Chunk chunk -> open.add(chunk);
        case TableDraft table -> {
          items.addAll(among(open, painted));
          open.clear();
          items.add(table);
        }
      }
    }
    items.addAll(among(open, painted));
    return items;
  }

  private static List<Item> among(List<Chunk> chunks, boolean painted) {
    List<Item> items = new ArrayList<>();
    List<Strip> lines = Strip.of(chunks);
    List<Strip> strips = HeadWords.parted(painted ? CellGaps.parted(lines) : lines);
    LongestTable search = new LongestTable(strips);
    int at = 0;
    while (at < strips.size()) {
      int end = strips.get(at).texts() > 1 ? end(strips, at) : at;
      TableDraft table = end - at >= 2 ? search.from(at, end) : null;
      if (table == null) {
        items.addAll(lines.get(at).chunks());
        at++;
      } else {
        items.add(table);
        at += covered(strips, at, table);
      }
    }
    return items;
  }

  /** End of the lines from here that could be one table. */
  private static int end(List<Strip> strips, int from) {
    int last = from;
    for (int i = from + 1; i < strips.size() && i - last <= SINGLES + 1; i++) {
      Strip above = strips.get(i - 1);
      Strip strip = strips.get(i);
      boolean row = isRow(strips.subList(from, i), strip);
      boolean far = strip.rect().top() - above.rect().bottom() > FAR * strip.size();
      if (far || !row && isWide(strip, strips.subList(from, last + 1))) {
        return last + 1;
      }
      last = row ? i : last;
    }
    return last + 1;
  }

  /** Several texts, or one that goes on in a column other than the first. */
  static boolean isRow(List<Strip> above, Strip strip) {
    return strip.texts() > 1
        || above.reversed().stream()
            .filter(other -> other.texts() > 1)
            .limit(1)
            .anyMatch(other -> goesOn(other.chunks(), strip.chunks().getFirst()))
        || above.size() > 2 && isRest(above, strip);
  }

  /** The last line of a table whose rows all end so: little, in the first column, as before. */
  private static boolean isRest(List<Strip> above, Strip strip) {
    Strip row = above.getLast();
    float near = REST * strip.size();
    boolean inFirst = row.texts() > 1 && isBelow(row, strip, near);
    boolean before = false;
    for (int i = 1; i < above.size() && inFirst; i++) {
      boolean rest = above.get(i).texts() == 1 && above.get(i - 1).texts() == row.texts();
      before |= rest && isBelow(above.get(i - 1), above.get(i), near);
    }
    return before;
  }

  private static boolean isBelow(Strip row, Strip line, float near) {
    Rect first = row.chunks().getFirst().rect();
    return line.rect().top() - row.rect().bottom() < near
        && Math.abs(line.rect().left() - first.left()) < SAME_START
        && line.rect().right() < row.chunks().get(1).rect().left();
  }

  private static boolean goesOn(List<Chunk> row, Chunk line) {
    for (int i = 1; i < row.size(); i++) {
      float end = i + 1 < row.size() ? row.get(i + 1).rect().left() : Float.POSITIVE_INFINITY;
      boolean below = Math.abs(line.rect().left() - row.get(i).rect().left()) < SAME_START;
      if (below && line.rect().right() < end) {
        return true;
      }
    }
    return false;
  }

  /** A line of text as wide as everything above is no row. */
  private static boolean isWide(Strip strip, List<Strip> above) {
    Rect around = Rect.around(above, Strip::rect);
    return strip.rect().width() > 0.7f * around.width();
  }

  static TableDraft draft(List<Strip> strips) {
    Rect rect = Rect.around(strips, Strip::rect);
    float[] equal = FullRows.streams(strips);
    float[] streams =
        equal.length > 0 ? equal : ColumnFinder.streams(strips, rect, NARROWEST_STREAM);
    List<List<Strip>> rows = RowMaker.rows(strips, List.of(), streams);
    return new StreamTable(rect, streams, rows).draft();
  }

  private static int covered(List<Strip> strips, int from, TableDraft table) {
    int count = 0;
    while (from + count < strips.size()
        && strips.get(from + count).rect().bottom() <= table.rect().bottom() + 0.01f) {
      count++;
    }
    return Math.max(1, count);
  }
}
