package dev.frostbyte.parsers.pdf;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What PDFBox's graphics state does not hold in a cheap form: the bounds of the clip, the alpha of
 * enclosing transparency groups, and whether optional content is off. One thread.
 */
final class PaintState {
  /** Shapes of one clip that are kept; ordinary pages have one or two. */
  private static final int MOST_SHAPES = 8;

  private final Deque<Entry> saved = new ArrayDeque<>();
  private final Deque<Boolean> marked = new ArrayDeque<>();
  private Entry now;
  private int off;

  PaintState(Rect page) {
    this.now = new Entry(page, List.of(), 1);
  }

  void save() {
    saved.push(now);
  }

  void restore() {
    if (!saved.isEmpty()) {
      now = saved.pop();
    }
  }

  int depth() {
    return saved.size();
  }

  /** Goes back to a depth noted before, whatever unbalanced content did. */
  void restoreTo(int depth) {
    while (saved.size() > depth) {
      restore();
    }
  }

  void clip(Rect by) {
    now = new Entry(now.clip.intersection(by), now.shapes, now.alpha);
  }

  /** Clips by a shape that is no rectangle. */
  void clip(Path2D shape) {
    if (now.shapes.size() < MOST_SHAPES) {
      List<Path2D> shapes = new ArrayList<>(now.shapes);
      shapes.add(shape);
      now = new Entry(now.clip, List.copyOf(shapes), now.alpha);
    }
  }

  /** What else clips besides the bounds. */
  List<Path2D> shapes() {
    return now.shapes;
  }

  void fade(float alpha) {
    now = new Entry(now.clip, now.shapes, now.alpha * alpha);
  }

  Rect clip() {
    return now.clip;
  }

  float alpha() {
    return now.alpha;
  }

  void beginMarked(boolean hides) {
    marked.push(hides);
    off += hides ? 1 : 0;
  }

  void endMarked() {
    if (!marked.isEmpty()) {
      off -= marked.pop() ? 1 : 0;
    }
  }

  boolean isOff() {
    return off > 0;
  }

  private record Entry(Rect clip, List<Path2D> shapes, float alpha) {}
}
