package dev.frostbyte.parsers.pdf;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What PDFBox's graphics state does not hold in a cheap form: the bounds of the clip, the alpha of
 * enclosing transparency groups, and whether optional content is off. One thread.
 */
final class PaintState {
  private final Deque<Entry> saved = new ArrayDeque<>();
  private final Deque<Boolean> marked = new ArrayDeque<>();
  private Entry now;
  private int off;

  PaintState(Rect page) {
    this.now = new Entry(page, 1);
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
    now = new Entry(now.clip.intersection(by), now.alpha);
  }

  void fade(float alpha) {
    now = new Entry(now.clip, now.alpha * alpha);
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

  private record Entry(Rect clip, float alpha) {}
}
