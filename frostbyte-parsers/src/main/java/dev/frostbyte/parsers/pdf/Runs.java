package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins glyphs painted one after the other on one baseline. */
final class Runs {
  /** How far apart, in font sizes, glyphs of one run may be. */
  private static final float APART = 0.6f;

  /** Share of the narrower of two runs up to which they overlap and are not merged. */
  private static final float OVERLAP = 0.5f;

  private Runs() {}

  static List<Run> of(List<Glyph> glyphs) {
    List<Run> runs = new ArrayList<>();
    List<Glyph> open = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      if (!open.isEmpty() && !follows(open.getLast(), glyph)) {
        addRun(runs, open);
        open = new ArrayList<>();
      }
      open.add(glyph);
    }
    addRun(runs, open);
    return runs;
  }

  /**
   * The glyphs of one line from left to right. Runs whose ends overlap a little follow each other
   * whole; those that lie on each other, as text painted twice, are merged.
   */
  static List<Glyph> inOrder(List<Run> runs) {
    List<Run> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble(Run::left));
    List<Glyph> glyphs = new ArrayList<>();
    int from = 0;
    float right = Float.NEGATIVE_INFINITY;
    Run before = null;
    for (Run run : sorted) {
      boolean apart = before == null || right - run.left < OVERLAP * before.narrower(run);
      if (apart) {
        from = glyphs.size();
      }
      glyphs.addAll(run.glyphs());
      glyphs.subList(from, glyphs.size()).sort(Comparator.comparingDouble(Glyph::x));
      right = apart ? run.right : Math.max(right, run.right);
      before = run;
    }
    return glyphs;
  }

  private static void addRun(List<Run> runs, List<Glyph> glyphs) {
    boolean blank = glyphs.stream().allMatch(Glyph::isBlank);
    if (!blank) {
      runs.add(Run.of(glyphs));
    }
  }

  private static boolean follows(Glyph before, Glyph after) {
    float size = Math.max(before.size(), after.size());
    float gap = after.x() - before.end();
    return Math.abs(after.y() - before.y()) < 0.04f * size
        && Math.abs(after.size() - before.size()) < 0.06f * size
        && gap > -0.5f * size
        && gap < APART * size;
  }

  /** Glyphs painted one after the other. Immutable. */
  record Run(List<Glyph> glyphs, float baseline, float size, float left, float right) {
    static Run of(List<Glyph> glyphs) {
      Glyph first = glyphs.getFirst();
      float left = Float.MAX_VALUE;
      float right = -Float.MAX_VALUE;
      for (Glyph glyph : glyphs) {
        left = glyph.isBlank() ? left : Math.min(left, glyph.x());
        right = glyph.isBlank() ? right : Math.max(right, glyph.end());
      }
      return new Run(glyphs, first.y(), first.size(), left, right);
    }

    private float narrower(Run other) {
      return Math.min(right - left, other.right - other.left);
    }

    float weight() {
      return size * glyphs.size();
    }
  }
}
