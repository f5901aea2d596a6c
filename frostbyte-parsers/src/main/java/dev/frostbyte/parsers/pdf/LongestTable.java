package dev.frostbyte.parsers.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the longest table without lines that begins at a line. Up to {@value #EVERY_END} lines
 * every end is tried; of more lines the ends are narrowed down by halves, and what may be tried is
 * bounded, so that the time grows with the lines of a page and not with their cube. One thread.
 */
final class LongestTable {
  /** Lines up to which every end is tried. */
  static final int EVERY_END = 48;

  /** Lines looked at for one stretch of lines: enough to try all ends and beginnings of 48. */
  private static final int TRIED = 20_000;

  /** And for each of its lines: some beginnings of a long table. */
  private static final int TRIED_PER_LINE = 40;

  /** Lines looked at for one flow, about a second. */
  private static final int TRIED_IN_ALL = 400_000;

  private final List<Strip> strips;
  private int stretch = -1;
  private long left;
  private long leftInAll = TRIED_IN_ALL;

  LongestTable(List<Strip> strips) {
    this.strips = strips;
  }

  /** The longest table from a line on that ends before another one; null when there is none. */
  @Nullable TableDraft from(int from, int to) {
    if (to != stretch) {
      stretch = to;
      left = Math.min(leftInAll, TRIED + (long) TRIED_PER_LINE * (to - from));
    }
    return to - from <= EVERY_END ? every(from, to) : narrowed(from, to);
  }

  private @Nullable TableDraft every(int from, int to) {
    for (int end = to; end - from >= 2; end--) {
      TableDraft draft = table(from, end);
      if (draft != null) {
        return draft;
      }
    }
    return null;
  }

  /** From the far end in growing steps; then the first lines, and as many more as go with them. */
  private @Nullable TableDraft narrowed(int from, int to) {
    int bad = to + 1;
    for (int step = 0; to - step - from > EVERY_END; step = Math.max(1, 2 * step)) {
      int end = to - step;
      TableDraft draft = table(from, end);
      if (draft != null) {
        return longest(from, end, bad, draft);
      }
      bad = end;
    }
    int first = from + EVERY_END;
    TableDraft whole = table(from, first);
    return whole == null ? every(from, first - 1) : longest(from, first, bad, whole);
  }

  /** Between an end that is good and one that is not. */
  private TableDraft longest(int from, int good, int bad, TableDraft found) {
    TableDraft best = found;
    int low = good;
    int high = bad;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      TableDraft draft = table(from, middle);
      best = draft == null ? best : draft;
      low = draft == null ? low : middle;
      high = draft == null ? middle : high;
    }
    return best;
  }

  private @Nullable TableDraft table(int from, int end) {
    left -= end - from;
    leftInAll -= end - from;
    List<Strip> some = strips.subList(from, end);
    if (left < 0 || !PlainTables.isRow(some.subList(0, some.size() - 1), some.getLast())) {
      return null;
    }
    TableDraft draft = PlainTables.draft(some);
    return TableShape.of(draft).isPlainTable() ? draft : null;
  }
}
