package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines painted in the picture of a page, as grids of tables are: long, thin, level or
 * upright, with white on both sides. Letters, pictures and grounds are none. Stateless.
 */
final class PaintedLines {
  /** Shortest level line, in sizes of type. */
  private static final float SHORTEST = 4;

  /** Shortest upright one, which parts cells of one line of text. */
  private static final float LOWEST = 1.2f;

  /** Thickest line, in sizes of type. */
  private static final float THICKEST = 0.35f;

  /** How far an upright line may end from the level one it meets, in sizes of type. */
  private static final float MEETING = 0.4f;

  /** More are a drawing or a screen. */
  private static final int MOST = 1_000;

  private PaintedLines() {}

  /**
   * Lines in pixels of the level page; upright ones only where they meet level ones.
   *
   * @param lines of text of the page, by whose type a line is long or short; none, no lines
   */
  static List<Slant> of(Pixels page, Level level, List<Line> lines) {
    float em = em(lines);
    if (em <= 0) {
      return List.of();
    }
    Pixels flat = level.drawn(page, level.levelWidth(), level.levelHeight());
    int dark = Threshold.of(flat);
    int thickest = Math.max(2, Math.round(THICKEST * em));
    List<Slant> across =
        new InkRuns((along, over) -> flat.at(along, over) < dark, flat.width(), flat.height())
            .lines(Math.round(SHORTEST * em), thickest);
    List<Slant> down =
        new InkRuns((along, over) -> flat.at(over, along) < dark, flat.height(), flat.width())
            .lines(Math.round(LOWEST * em), thickest).stream().map(PaintedLines::upright).toList();
    List<Slant> found = new ArrayList<>(across);
    down.stream().filter(line -> meetsAny(line, across, MEETING * em)).forEach(found::add);
    return found.size() > MOST ? List.of() : found;
  }

  /** Size of the type of most lines, pixels; 0 without any. */
  private static float em(List<Line> lines) {
    double[] sizes = lines.stream().mapToDouble(Line::size).sorted().toArray();
    return sizes.length == 0 ? 0 : (float) sizes[sizes.length / 2];
  }

  private static Slant upright(Slant line) {
    return new Slant(line.centreY(), line.centreX(), line.height(), line.width(), 0);
  }

  private static boolean meetsAny(Slant down, List<Slant> across, float slack) {
    return across.stream()
        .anyMatch(
            line ->
                down.centreX() >= line.left() - slack
                    && down.centreX() <= line.right() + slack
                    && line.centreY() >= down.top() - slack
                    && line.centreY() <= down.bottom() + slack);
  }
}
