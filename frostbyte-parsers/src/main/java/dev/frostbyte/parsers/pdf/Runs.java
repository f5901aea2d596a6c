package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Joins glyphs painted one after the other on one baseline. */
final class Runs {
  /** How far apart, in font sizes, glyphs of one run may be. */
  private static final float APART = 0.6f;

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

    float weight() {
      return size * glyphs.size();
    }
  }
}
