package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Connected pixels of a mask, known by the first and the last of each row: all that their convex
 * hull needs. One thread.
 */
final class Blob {
  private final int top;
  private final List<int[]> rows = new ArrayList<>();
  private int pixels;

  Blob(int top) {
    this.top = top;
  }

  /** Takes in a run of pixels; runs come row by row. */
  void add(int y, int left, int right) {
    while (rows.size() <= y - top) {
      rows.add(new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE});
    }
    int[] row = rows.get(y - top);
    row[0] = Math.min(row[0], left);
    row[1] = Math.max(row[1], right);
    pixels += right - left + 1;
  }

  int pixels() {
    return pixels;
  }

  int top() {
    return top;
  }

  int height() {
    return rows.size();
  }

  int width() {
    int left = rows.stream().mapToInt(row -> row[0]).min().orElseThrow();
    return rows.stream().mapToInt(row -> row[1]).max().orElseThrow() - left + 1;
  }

  /** Corners of the convex hull (Andrew's monotone chain, along y). */
  List<Corner> hull() {
    List<Corner> left = new ArrayList<>();
    List<Corner> right = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      append(left, new Corner(rows.get(i)[0], top + i), 1);
      append(right, new Corner(rows.get(i)[1], top + i), -1);
    }
    List<Corner> hull = new ArrayList<>(left);
    hull.addAll(right.reversed());
    return hull;
  }

  /** Adds the next point down one side and takes out those that no longer bulge. */
  private static void append(List<Corner> side, Corner next, int sign) {
    while (side.size() > 1 && sign * bend(side, next) >= 0) {
      side.removeLast();
    }
    side.add(next);
  }

  private static float bend(List<Corner> side, Corner next) {
    Corner a = side.get(side.size() - 2);
    Corner b = side.getLast();
    return (b.x() - a.x()) * (next.y() - b.y()) - (b.y() - a.y()) * (next.x() - b.x());
  }
}
