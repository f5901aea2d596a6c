package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes texts apart that lie on each other, such as a stamp, a watermark or a table that was put on
 * a page without room for it: read by place alone their lines would be mixed. What is painted in
 * one go stays together, and what lies on another is read for itself. Text in the size of most of
 * the page goes on in its columns and stays; where two of that size lie on each other, the longer
 * stays. Scans and tagged text have other ways and are left as they are. One thread.
 */
final class Overlaid {
  /** Runs of two texts that must lie on each other; fewer are a slip. */
  private static final int FEWEST = 3;

  /** More runs than this are not looked at. */
  private static final int MOST = 4_000;

  /** Pairs of runs of different texts compared; a page with more is left as it is. */
  private static final int MOST_PAIRS = 1_000_000;

  private final List<PaintedText> texts;
  private final TreeSet<Integer> lifted = new TreeSet<>();
  private final TreeMap<Long, Integer> meetings = new TreeMap<>();
  private int pairs;

  private Overlaid(List<PaintedText> texts) {
    this.texts = texts;
  }

  /** The glyphs of a page that stay, then those of each text that lies on others. */
  static List<List<Glyph>> parted(List<Glyph> glyphs) {
    List<Runs.Run> runs = Runs.of(glyphs);
    boolean tagged = glyphs.stream().anyMatch(glyph -> glyph.mark() >= 0);
    if (tagged || runs.size() > MOST) {
      return List.of(glyphs);
    }
    Overlaid page = new Overlaid(PaintedText.of(runs));
    page.meet();
    page.lift();
    return page.lifted.isEmpty() ? List.of(glyphs) : page.layers();
  }

  private List<List<Glyph>> layers() {
    List<List<Glyph>> layers = new ArrayList<>();
    layers.add(new ArrayList<>());
    for (int i = 0; i < texts.size(); i++) {
      List<Glyph> into = lifted.contains(i) ? new ArrayList<>() : layers.getFirst();
      texts.get(i).runs().forEach(run -> into.addAll(run.glyphs()));
      if (lifted.contains(i)) {
        layers.add(into);
      }
    }
    return layers;
  }

  /** Counts the runs of two texts that lie on each other, by the numbers of the texts. */
  private void meet() {
    List<Painted> down = new ArrayList<>();
    float largest = 0;
    for (int i = 0; i < texts.size(); i++) {
      int number = i;
      texts.get(i).runs().forEach(run -> down.add(Painted.of(run, number)));
      largest = Math.max(largest, texts.get(i).size());
    }
    down.sort(Comparator.comparingDouble(it -> it.run.baseline()));
    for (int i = 0; i < down.size() && pairs <= MOST_PAIRS; i++) {
      for (int j = i + 1; j < down.size() && down.get(j).isWithin(largest, down.get(i)); j++) {
        addMeeting(down.get(i), down.get(j));
      }
    }
  }

  private void addMeeting(Painted one, Painted other) {
    if (one.text == other.text) {
      return;
    }
    pairs++;
    if (one.liesOn(other)) {
      long first = Math.min(one.text, other.text);
      meetings.merge(first << 32 | Math.max(one.text, other.text), 1, Integer::sum);
    }
  }

  private void lift() {
    if (pairs > MOST_PAIRS) {
      return;
    }
    meetings.values().removeIf(count -> count < FEWEST);
    if (meetings.isEmpty()) {
      return;
    }
    int body = bodySize();
    for (long pair : meetings.keySet()) {
      int one = (int) (pair >> 32);
      int other = (int) pair;
      boolean first = size(one) == body;
      boolean second = size(other) == body;
      boolean less = texts.get(one).glyphs() < texts.get(other).glyphs();
      if (!first || second && less) {
        lifted.add(one);
      }
      if (!second || first && !less) {
        lifted.add(other);
      }
    }
  }

  private int size(int text) {
    return Math.round(texts.get(text).size());
  }

  private int bodySize() {
    TreeMap<Integer, Integer> sizes = new TreeMap<>();
    texts.forEach(text -> sizes.merge(Math.round(text.size()), text.glyphs(), Integer::sum));
    int body = sizes.firstKey();
    for (var size : sizes.entrySet()) {
      body = size.getValue() > sizes.getOrDefault(body, 0) ? size.getKey() : body;
    }
    return body;
  }

  /** A run, the number of its text and what it says. */
  private record Painted(Runs.Run run, int text, String words) {
    private static Painted of(Runs.Run run, int text) {
      return new Painted(run, text, PaintedText.text(run));
    }

    private boolean isWithin(float largest, Painted above) {
      return run.baseline() - largest < above.run.baseline();
    }

    /** Text painted twice for weight or shade does not count. */
    private boolean liesOn(Painted other) {
      return PaintedText.lieOnEachOther(run, other.run) && !words.equals(other.words);
    }
  }
}
