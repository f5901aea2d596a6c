package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Tells the nesting of list items by their indentation against the items before. One thread. */
final class Nesting {
  /** One step of nesting, in font sizes. */
  private static final float STEP = 1.2f;

  /** How near lefts of one depth lie on different pages, points. */
  private static final float SAME_LEFT = 2f;

  private static final int DEEPEST = 7;

  private final List<Piece.Text> open = new ArrayList<>();

  /** Something other than an item comes; text that stands under an item does not end its list. */
  void other(Piece.Text text) {
    float step = STEP * text.size();
    boolean under =
        !open.isEmpty() && text.place().indent() > open.getLast().place().indent() + step / 2;
    if (!under) {
      open.clear();
    }
  }

  void heading() {
    open.clear();
  }

  /** Depth from 0. */
  int depth(Piece.Text item) {
    float step = STEP * item.size();
    float indent = indent(item);
    while (!open.isEmpty() && open.getLast().place().indent() > indent + step / 2) {
      open.removeLast();
    }
    if (open.isEmpty() || indent > open.getLast().place().indent() + step / 2) {
      open.add(item);
    }
    return Math.min(DEEPEST, open.size() - 1);
  }

  /**
   * Indent in the column of the list: a column in which only the inner items of a list go on does
   * not show where the list begins, but items of one depth stand at one left on every page.
   */
  private float indent(Piece.Text item) {
    for (Piece.Text other : open) {
      boolean elsewhere = other.page() != item.page();
      if (elsewhere && Math.abs(other.place().left() - item.place().left()) < SAME_LEFT) {
        return other.place().indent();
      }
    }
    return item.place().indent();
  }
}
