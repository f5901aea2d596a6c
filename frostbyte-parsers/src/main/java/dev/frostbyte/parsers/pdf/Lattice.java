package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that cross each other and the cells between them. Immutable.
 *
 * @param xs where columns begin and end
 * @param ys where rows begin and end
 */
record Lattice(List<Rule> across, List<Rule> down, float[] xs, float[] ys) {
  /** Share of a cell's side that has to be painted to be a border. */
  private static final float PAINTED = 0.6f;

  private static final float REACH = 3f;

  /** Lines further out than the outermost crossing line make an open column or row, points. */
  private static final float OPEN = 12f;

  static Lattice of(List<Rule> across, List<Rule> down) {
    float[] xs = edges(down, across);
    float[] ys = edges(across, down);
    return new Lattice(across, down, xs, ys);
  }

  private static float[] edges(List<Rule> rules, List<Rule> crossing) {
    List<Float> at = new ArrayList<>();
    rules.forEach(rule -> at.add(rule.at()));
    float first = at.stream().min(Float::compare).orElse(0f);
    float last = at.stream().max(Float::compare).orElse(0f);
    float from = crossing.stream().map(Rule::from).min(Float::compare).orElse(first);
    float to = crossing.stream().map(Rule::to).max(Float::compare).orElse(last);
    if (from < first - OPEN) {
      at.add(from);
    }
    if (to > last + OPEN) {
      at.add(to);
    }
    return Rules.snapped(at);
  }

  int columns() {
    return xs.length - 1;
  }

  int rows() {
    return ys.length - 1;
  }

  Rect rect() {
    return new Rect(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
  }

  /** Cells as spans of the grid, by row then column. */
  List<Span> spans() {
    boolean[][] taken = new boolean[rows()][columns()];
    List<Span> spans = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        if (!taken[row][column]) {
          spans.add(span(row, column, taken));
        }
      }
    }
    return spans;
  }

  private Span span(int row, int column, boolean[][] taken) {
    int right = column + 1;
    while (right < columns() && !taken[row][right] && !isWall(right, row)) {
      right++;
    }
    int bottom = row + 1;
    while (bottom < rows() && isOpen(bottom, column, right, taken)) {
      bottom++;
    }
    for (int r = row; r < bottom; r++) {
      java.util.Arrays.fill(taken[r], column, right, true);
    }
    return new Span(row, column, bottom - row, right - column);
  }

  private boolean isOpen(int row, int from, int to, boolean[][] taken) {
    for (int column = from; column < to; column++) {
      boolean inner = column > from && isWall(column, row);
      if (taken[row][column] || isFloor(row, column) || inner) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line stands left of a column in a row. */
  private boolean isWall(int column, int row) {
    return painted(down, xs[column], ys[row], ys[row + 1]);
  }

  /** Whether a line lies above a row in a column. */
  private boolean isFloor(int row, int column) {
    return painted(across, ys[row], xs[column], xs[column + 1]);
  }

  private static boolean painted(List<Rule> rules, float at, float from, float to) {
    float painted = 0;
    for (Rule rule : rules) {
      if (Math.abs(rule.at() - at) <= REACH) {
        painted += Math.max(0, Math.min(to, rule.to()) - Math.max(from, rule.from()));
      }
    }
    return painted >= PAINTED * (to - from);
  }

  /** A cell in steps of the grid. */
  record Span(int row, int column, int rowSpan, int columnSpan) {}
}
