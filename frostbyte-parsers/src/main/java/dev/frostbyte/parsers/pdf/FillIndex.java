package dev.frostbyte.parsers.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds what is painted at a place before and after a moment. Immutable once built. */
final class FillIndex {
  private static final int CELLS = 24;

  /** Places of a glyph that are looked at. */
  private static final int ROWS = 3;

  private static final int COLUMNS = 5;

  /** Fills seen through that are followed at one place. */
  private static final int MOST_VEILS = 16;

  /** Share of a glyph's area that has to be covered. */
  private static final float COVERED = 0.85f;

  private final Rect page;
  private final List<List<Fill>> cells = new ArrayList<>(CELLS * CELLS);

  private FillIndex(Rect page) {
    this.page = page;
    for (int i = 0; i < CELLS * CELLS; i++) {
      cells.add(new ArrayList<>(0));
    }
  }

  static FillIndex of(PageMarks marks) {
    FillIndex index = new FillIndex(marks.page());
    marks.fills().forEach(index::add);
    return index;
  }

  private void add(Fill fill) {
    for (int row = row(fill.box().top()); row <= row(fill.box().bottom()); row++) {
      for (int column = column(fill.box().left()); column <= column(fill.box().right()); column++) {
        cells.get(row * CELLS + column).add(fill);
      }
    }
  }

  /** Whether opaque paint of later lies over nearly all of a box, by one fill or by several. */
  boolean covers(Rect box, int order) {
    if (!isCovered(box.centreX(), box.centreY(), order)) {
      return false;
    }
    int covered = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        float x = box.left() + box.width() * (column + 0.5f) / COLUMNS;
        float y = box.top() + box.height() * (row + 0.5f) / ROWS;
        covered += isCovered(x, y, order) ? 1 : 0;
      }
    }
    return covered >= COVERED * ROWS * COLUMNS;
  }

  private boolean isCovered(float x, float y, int order) {
    for (Fill fill : at(x, y)) {
      if (fill.order() > order && fill.opaque() && fill.box().contains(x, y) && holds(fill, x, y)) {
        return true;
      }
    }
    return false;
  }

  /** Colour of the paper or of what was painted last before a moment. */
  int below(float x, float y, int order) {
    List<Fill> here = at(x, y);
    Deque<Fill> veils = new ArrayDeque<>();
    int colour = Colours.WHITE;
    for (int i = here.size() - 1; i >= 0; i--) {
      Fill fill = here.get(i);
      if (fill.order() < order && fill.box().contains(x, y) && holds(fill, x, y)) {
        if (fill.alpha() <= 0 || fill.rgb() == Colours.UNKNOWN || veils.size() > MOST_VEILS) {
          return Colours.UNKNOWN;
        }
        veils.push(fill);
        if (fill.opaque()) {
          break;
        }
      }
    }
    for (Fill fill : veils) {
      colour = Colours.over(fill.rgb(), Math.min(1, fill.alpha()), colour);
    }
    return colour;
  }

  private static boolean holds(Fill fill, float x, float y) {
    return fill.outline() == null || fill.outline().contains(x, y);
  }

  private List<Fill> at(float x, float y) {
    return cells.get(row(y) * CELLS + column(x));
  }

  private int row(float y) {
    return Math.clamp((int) ((y - page.top()) / Math.max(1, page.height()) * CELLS), 0, CELLS - 1);
  }

  private int column(float x) {
    return Math.clamp((int) ((x - page.left()) / Math.max(1, page.width()) * CELLS), 0, CELLS - 1);
  }
}
