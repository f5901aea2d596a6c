package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds straight lines along the rows of a picture: runs of ink that touch from row to row make one
 * piece, and a piece that is long, thin and has white on both sides is a line. One thread.
 */
final class InkRuns {
  /** White within a run: specks of a scan, pixels. */
  private static final int GAP = 2;

  /** How far a line may stray over its length: what is left of a page's skew. */
  private static final float STRAY = 0.004f;

  /** Share of a line's length that may have ink beside it, where others cross or text touches. */
  private static final float BESIDE = 0.35f;

  /** How far beside a line is looked, pixels. */
  private static final int ASIDE = 3;

  private final Inked inked;
  private final int length;
  private final int rows;
  private final List<Piece> open = new ArrayList<>();
  private final List<Piece> done = new ArrayList<>();

  /**
   * A picture, or one on its side.
   *
   * @param length pixels along a row
   */
  InkRuns(Inked inked, int length, int rows) {
    this.inked = inked;
    this.length = length;
    this.rows = rows;
  }

  /**
   * The lines, from the first row to the last.
   *
   * @param shortest pixels
   * @param thickest pixels
   */
  List<Slant> lines(int shortest, int thickest) {
    for (int row = 0; row < rows; row++) {
      addRow(row, shortest);
      close(row);
    }
    close(rows);
    List<Slant> lines = new ArrayList<>();
    for (Piece piece : done) {
      if (piece.thickness() <= thickest + STRAY * piece.extent() && isFree(piece)) {
        lines.add(piece.line());
      }
    }
    return lines;
  }

  private void addRow(int row, int shortest) {
    int from = -1;
    int last = -1;
    for (int at = 0; at <= length + GAP; at++) {
      boolean ink = at < length && inked.at(at, row);
      if (ink) {
        from = from < 0 ? at : from;
        last = at;
      } else if (from >= 0 && at - last > GAP) {
        addRun(row, from, last + 1, shortest);
        from = -1;
      }
    }
  }

  private void addRun(int row, int from, int to, int shortest) {
    if (to - from < shortest) {
      return;
    }
    Piece home = new Piece(row);
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).touches(row, from, to)) {
        home.take(open.remove(i));
      }
    }
    home.add(row, from, to);
    open.add(home);
  }

  /** Pieces that have no run in this row have ended. */
  private void close(int row) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).last < row) {
        done.add(open.remove(i));
      }
    }
  }

  /** Whether there is white beside nearly all of it. */
  private boolean isFree(Piece piece) {
    int before = 0;
    int after = 0;
    for (int at = piece.from; at < piece.to; at++) {
      before += isInked(at, piece.first - ASIDE) ? 1 : 0;
      after += isInked(at, piece.last + ASIDE) ? 1 : 0;
    }
    return Math.max(before, after) <= BESIDE * piece.extent();
  }

  private boolean isInked(int at, int row) {
    return row >= 0 && row < rows && inked.at(at, row);
  }

  /** Tells ink from white. */
  @FunctionalInterface
  interface Inked {
    /**
     * Whether a pixel is dark.
     *
     * @param along its row
     */
    boolean at(int along, int row);
  }

  /** Runs that touch. */
  private static final class Piece {
    /** Row, start and end of the runs of the last two rows. */
    private final List<int[]> runs = new ArrayList<>();

    private int first;
    private int last;
    private int from = Integer.MAX_VALUE;
    private int to;
    private long rowsSum;
    private long pixels;

    private Piece(int row) {
      this.first = row;
      this.last = row;
    }

    private boolean touches(int row, int start, int end) {
      return runs.stream()
          .anyMatch(run -> run[0] >= row - 1 && run[1] <= end + GAP && start <= run[2] + GAP);
    }

    private void add(int row, int start, int end) {
      runs.removeIf(run -> run[0] < row - 1);
      runs.add(new int[] {row, start, end});
      first = Math.min(first, row);
      last = Math.max(last, row);
      from = Math.min(from, start);
      to = Math.max(to, end);
      rowsSum += (long) row * (end - start);
      pixels += end - start;
    }

    private void take(Piece other) {
      runs.addAll(other.runs);
      first = Math.min(first, other.first);
      last = Math.max(last, other.last);
      from = Math.min(from, other.from);
      to = Math.max(to, other.to);
      rowsSum += other.rowsSum;
      pixels += other.pixels;
    }

    private int thickness() {
      return last - first + 1;
    }

    private int extent() {
      return to - from;
    }

    private Slant line() {
      float middle = (float) rowsSum / pixels + 0.5f;
      return new Slant((from + to) / 2f, middle, extent(), thickness(), 0);
    }
  }
}
