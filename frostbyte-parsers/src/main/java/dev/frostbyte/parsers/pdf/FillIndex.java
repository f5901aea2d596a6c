package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Finds what is painted at a place before and after a moment. Immutable once built. */
final class FillIndex {
  private static final int CELLS = 24;

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

  /** Whether something opaque painted later lies over nearly all of a box. */
  boolean covers(Rect box, int order) {
    for (Fill fill : at(box.centreX(), box.centreY())) {
      if (fill.order() > order && fill.opaque() && liesOver(fill, box)) {
        return true;
      }
    }
    return false;
  }

  /** Colour of the paper or of what was painted last before a moment. */
  int below(float x, float y, int order) {
    List<Fill> here = at(x, y);
    for (int i = here.size() - 1; i >= 0; i--) {
      Fill fill = here.get(i);
      if (fill.order() < order && fill.box().contains(x, y) && holds(fill, x, y)) {
        return fill.opaque() ? fill.rgb() : Colours.UNKNOWN;
      }
    }
    return Colours.WHITE;
  }

  private static boolean liesOver(Fill fill, Rect box) {
    Rect common = fill.box().intersection(box);
    boolean covered = common.width() > 0 && common.area() >= COVERED * box.area();
    return covered && holds(fill, box.centreX(), box.centreY());
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
