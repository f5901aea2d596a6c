package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Puts superscripts and subscripts on the line they touch. */
final class Scripts {
  /** How much smaller than its line a script is. */
  private static final float SMALLER = 0.86f;

  /** Gap to the text it belongs to, in sizes of that text. */
  private static final float TOUCHES = 0.35f;

  /** How far from the baseline, in sizes of the line, it may stand. */
  private static final float RISE = 0.6f;

  /** Bands of lines that are looked at above and below. */
  private static final int NEAR = 4;

  private Scripts() {}

  static List<Lines.Band> attached(List<Lines.Band> bands) {
    List<Lines.Band> left = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      attach(bands, i);
      if (!bands.get(i).runs().isEmpty()) {
        left.add(bands.get(i));
      }
    }
    return left;
  }

  private static void attach(List<Lines.Band> bands, int at) {
    List<Runs.Run> runs = bands.get(at).runs();
    for (Runs.Run run : List.copyOf(runs)) {
      Lines.Band home = home(bands, at, run);
      if (home != null) {
        runs.remove(run);
        home.add(run);
      }
    }
  }

  private static Lines.@org.jspecify.annotations.Nullable Band home(
      List<Lines.Band> bands, int at, Runs.Run run) {
    for (int i = Math.max(0, at - NEAR); i < Math.min(bands.size(), at + NEAR + 1); i++) {
      Lines.Band band = bands.get(i);
      if (i != at && band.runs().stream().anyMatch(other -> touches(run, other))) {
        return band;
      }
    }
    return null;
  }

  private static boolean touches(Runs.Run script, Runs.Run text) {
    float gap = Math.max(script.left() - text.right(), text.left() - script.right());
    float rise = text.baseline() - script.baseline();
    return script.size() < SMALLER * text.size()
        && gap < TOUCHES * text.size()
        && gap > -text.size()
        && rise > -0.3f * text.size()
        && rise < RISE * text.size();
  }
}
