package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the connected parts of a mask, eight neighbours counted, by joining runs of neighbouring
 * rows. One thread.
 */
final class Blobs {
  private final float[] map;
  private final int width;
  private final float threshold;
  private final List<int[]> runs = new ArrayList<>();
  private int[] parents = new int[256];

  private Blobs(Tensor map, int width, float threshold) {
    this.map = map.values();
    this.width = width;
    this.threshold = threshold;
  }

  /** Parts where the map is above the threshold, in the order of their first pixels. */
  static List<Blob> of(Tensor map, int width, int height, float threshold) {
    Blobs blobs = new Blobs(map, width, threshold);
    int before = 0;
    for (int y = 0; y < height; y++) {
      int from = blobs.runs.size();
      blobs.addRuns(y);
      blobs.join(before, from);
      before = from;
    }
    return blobs.gathered();
  }

  private void addRuns(int y) {
    int x = 0;
    while (x < width) {
      int start = x;
      while (x < width && map[y * width + x] > threshold) {
        x++;
      }
      if (x > start) {
        addRun(y, start, x - 1);
      }
      x++;
    }
  }

  private void addRun(int y, int left, int right) {
    if (runs.size() == parents.length) {
      parents = Arrays.copyOf(parents, 2 * parents.length);
    }
    parents[runs.size()] = runs.size();
    runs.add(new int[] {y, left, right});
  }

  /** Joins runs of the last row with those of the row above that they touch. */
  private void join(int above, int from) {
    int up = above;
    for (int here = from; here < runs.size(); here++) {
      int[] run = runs.get(here);
      while (up < from && runs.get(up)[2] < run[1] - 1) {
        up++;
      }
      for (int other = up; other < from && runs.get(other)[1] <= run[2] + 1; other++) {
        parents[root(here)] = Math.min(root(here), root(other));
        parents[root(other)] = root(here);
      }
    }
  }

  private int root(int run) {
    int at = run;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private List<Blob> gathered() {
    Map<Integer, Blob> found = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      int[] run = runs.get(i);
      found
          .computeIfAbsent(root(i), first -> new Blob(runs.get(first)[0]))
          .add(run[0], run[1], run[2]);
    }
    return List.copyOf(found.values());
  }
}
