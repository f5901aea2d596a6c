package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the lines of one flow into paragraphs. One thread. */
final class Paragraphs {
  private static final float OTHER_SIZE = 0.11f;
  private static final float WIDER_PITCH = 1.28f;

  /** Lines further apart than this are never one paragraph, in font sizes. */
  private static final float WIDEST_PITCH = 2.6f;

  private static final float INDENT = 0.8f;
  private static final float SHORT = 0.72f;

  private final List<Chunk> lines;
  private final Rect column;
  private final float pitch;
  private final ItemLines items;

  private Paragraphs(List<Chunk> lines, Rect column, float pitch) {
    this.lines = lines;
    this.items = ItemLines.of(lines);
    this.column = column;
    this.pitch = pitch;
  }

  /** Groups of lines; the lines come from top to bottom. */
  static List<List<Chunk>> of(List<Chunk> lines) {
    return new Paragraphs(lines, Rect.around(lines, Chunk::rect), pitch(lines)).groups();
  }

  private List<List<Chunk>> groups() {
    List<List<Chunk>> groups = new ArrayList<>();
    List<Chunk> open = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!open.isEmpty() && isBreak(open, i)) {
        groups.add(open);
        open = new ArrayList<>();
      }
      open.add(lines.get(i));
    }
    if (!open.isEmpty()) {
      groups.add(open);
    }
    return groups;
  }

  private boolean isBreak(List<Chunk> open, int at) {
    Chunk before = open.getLast();
    Chunk line = lines.get(at);
    boolean note = NoteMark.begins(line) && NoteMark.begins(open.getFirst());
    if (isOtherSize(before, line) || isApart(before, line) || note || items.begins(open, at)) {
      return true;
    }
    if (items.goesOn(open, line)) {
      return false;
    }
    return looksOther(before, line)
        || items.leaves(open, line)
        || isIndented(before, line, at)
        || endsShort(before, line);
  }

  private static boolean isOtherSize(Chunk before, Chunk line) {
    float larger = Math.max(before.size(), line.size());
    return Math.abs(before.size() - line.size()) > OTHER_SIZE * larger;
  }

  private static boolean looksOther(Chunk before, Chunk line) {
    return before.style().bold() != line.style().bold()
        || before.style().mono() != line.style().mono();
  }

  private boolean isApart(Chunk before, Chunk line) {
    float size = Math.max(before.size(), line.size());
    float down = line.baseline() - before.baseline();
    float usual = Float.isNaN(pitch) ? 1.3f * size : pitch * size;
    boolean above = down < -0.5f * size;
    boolean beside =
        line.rect().left() > before.rect().right() + size
            || line.rect().right() < before.rect().left() - size;
    return above || beside || down > Math.min(WIDEST_PITCH * size, WIDER_PITCH * usual);
  }

  /** A first line stands further right than the line before and the line after it. */
  private boolean isIndented(Chunk before, Chunk line, int at) {
    float step = INDENT * line.size();
    boolean right = line.rect().left() - before.rect().left() > step;
    Chunk next = at + 1 < lines.size() ? lines.get(at + 1) : line;
    boolean hanging = next.rect().left() >= line.rect().left() - step / 2;
    return right && !hanging && before.rect().right() > column.left() + 0.4f * column.width();
  }

  private boolean endsShort(Chunk before, Chunk line) {
    boolean isShort =
        before.rect().right() < column.left() + SHORT * column.width()
            && before.rect().right() < line.rect().right() - 3 * line.size();
    String text = line.text();
    return isShort
        && Markers.endsSentence(before.text())
        && !Character.isLowerCase(text.codePointAt(0));
  }

  /** Usual distance of baselines in font sizes: the median, NaN with too few lines. */
  private static float pitch(List<Chunk> lines) {
    double[] pitches = new double[Math.max(0, lines.size() - 1)];
    int count = 0;
    for (int i = 1; i < lines.size(); i++) {
      float size = lines.get(i).size();
      float down = lines.get(i).baseline() - lines.get(i - 1).baseline();
      if (down > 0.8f * size && down < WIDEST_PITCH * size && size == lines.get(i - 1).size()) {
        pitches[count++] = down / size;
      }
    }
    double[] known = Arrays.copyOf(pitches, count);
    Arrays.sort(known);
    return count < 3 ? Float.NaN : (float) known[count * 2 / 5];
  }
}
