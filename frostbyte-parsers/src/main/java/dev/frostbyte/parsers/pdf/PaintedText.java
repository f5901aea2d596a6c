package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page paints in one go: runs of one size of type, each beside or a little below the one
 * before, with the small raised or lowered runs among them. One thread.
 */
final class PaintedText {
  /** How far sizes of type of one text may differ, as a share. */
  private static final float SAME_SIZE = 0.06f;

  /** Up or down to the next line, cell or row at most, in font sizes. */
  private static final float NEAR = 6f;

  /** Longest mark set in smaller type, glyphs. */
  private static final int MARK = 4;

  /** How far along texts on each other have the same place, in font sizes. */
  private static final float ALONG = 0.4f;

  /** How far down they have the same place, measured on small letters, in font sizes. */
  private static final float DOWN = 0.05f;

  /** Height of small letters in font sizes. */
  private static final float SMALL_LETTER = 0.5f;

  private final List<Runs.Run> runs = new ArrayList<>();
  private int glyphs;

  private PaintedText(Runs.Run first) {
    add(first);
  }

  /** In the order in which they are painted; runs of blanks are left out. */
  static List<PaintedText> of(List<Runs.Run> painted) {
    List<PaintedText> texts = new ArrayList<>();
    for (Runs.Run run : painted) {
      if (!texts.isEmpty() && texts.getLast().takes(run)) {
        texts.getLast().add(run);
      } else {
        texts.add(new PaintedText(run));
      }
    }
    return texts;
  }

  private void add(Runs.Run run) {
    runs.add(run);
    glyphs += run.glyphs().size();
  }

  private boolean takes(Runs.Run run) {
    Runs.Run last = runs.getLast();
    float size = size();
    float down = run.baseline() - last.baseline();
    boolean small = run.size() < size && run.glyphs().size() <= MARK;
    if (small) {
      boolean near = run.left() - last.right() < size && last.left() - run.right() < size;
      return near && Math.abs(down) < size;
    }
    boolean same = Math.abs(run.size() - size) <= SAME_SIZE * size;
    return same && Math.abs(down) < NEAR * size;
  }

  float size() {
    return runs.getFirst().size();
  }

  int glyphs() {
    return glyphs;
  }

  List<Runs.Run> runs() {
    return runs;
  }

  /** Whether one run lies on another. */
  static boolean lieOnEachOther(Runs.Run one, Runs.Run other) {
    float small = Math.min(one.size(), other.size());
    float across = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    float top = Math.max(top(one), top(other));
    float down = Math.min(one.baseline(), other.baseline()) - top;
    return across > ALONG * small && down > DOWN * small;
  }

  static float top(Runs.Run run) {
    return run.baseline() - SMALL_LETTER * run.size();
  }

  /** What a run says; made anew each time. */
  static String text(Runs.Run run) {
    StringBuilder text = new StringBuilder();
    run.glyphs().forEach(glyph -> text.append(glyph.text()));
    return text.toString().strip();
  }
}
