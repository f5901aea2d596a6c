package dev.frostbyte.parsers.pdf;

import java.util.BitSet;
import java.util.List;

/**
 * Tells which lines of one flow begin a list item and which go on with one: a line goes on under
 * the text of its item, wherever the next item begins. Immutable.
 */
final class ItemLines {
  /** How far lefts of one indent may lie apart, in font sizes. */
  private static final float SAME_LEFT = 0.4f;

  private final List<Chunk> lines;
  private final BitSet counted;
  private final boolean hanging;

  private ItemLines(List<Chunk> lines) {
    this.lines = lines;
    this.counted = counted(lines);
    this.hanging = hangs();
  }

  static ItemLines of(List<Chunk> lines) {
    return new ItemLines(lines);
  }

  /** Whether a line, not the first of its flow, begins an item. */
  boolean begins(List<Chunk> open, int at) {
    Chunk line = lines.get(at);
    if (!isMarked(line)) {
      return false;
    }
    String first = marker(line);
    boolean bullet = Markers.isBullet(first);
    return bullet && first.length() == 1 && !first.equals("-")
        || counted.get(at)
        || isItem(line) && isUnder(line, open.getLast())
        || isMarked(open.getFirst())
        || Markers.endsSentence(open.getLast().text());
  }

  /** Whether a line stands under the text of the open item. */
  boolean goesOn(List<Chunk> open, Chunk line) {
    return isItem(open.getFirst()) && isUnder(open.getFirst(), line);
  }

  /** Whether a line stands left of the text of an item of a list whose lines all hang. */
  boolean leaves(List<Chunk> open, Chunk line) {
    Chunk first = open.getFirst();
    return hanging && isItem(first) && line.rect().left() < body(first) - SAME_LEFT * first.size();
  }

  private static boolean isMarked(Chunk line) {
    String first = marker(line);
    return Markers.isMarker(first) && (line.words().size() > 1 || Markers.isBullet(first));
  }

  private static boolean isItem(Chunk line) {
    return line.words().size() > 1 && Markers.isMarker(marker(line));
  }

  private static boolean isUnder(Chunk item, Chunk line) {
    return Math.abs(line.rect().left() - body(item)) <= SAME_LEFT * item.size();
  }

  private static String marker(Chunk line) {
    return line.words().getFirst().text();
  }

  /** Where the text of an item begins. */
  private static float body(Chunk item) {
    return item.words().get(1).rect().left();
  }

  /** Whether some line goes on under the text of an item and right of its marker. */
  private boolean hangs() {
    for (int i = 1; i < lines.size(); i++) {
      Chunk item = lines.get(i - 1);
      if (isItem(item) && !isMarked(lines.get(i)) && isUnder(item, lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Lines whose number is followed or preceded by its neighbour at the same left. */
  private static BitSet counted(List<Chunk> lines) {
    BitSet counted = new BitSet();
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (isItem(lines.get(i)) && !Markers.isBullet(marker(lines.get(i)))) {
        if (last >= 0 && isNext(lines.get(last), lines.get(i))) {
          counted.set(last);
          counted.set(i);
        }
        last = i;
      }
    }
    return counted;
  }

  private static boolean isNext(Chunk one, Chunk other) {
    float reach = SAME_LEFT * one.size();
    boolean lined =
        Math.abs(one.rect().left() - other.rect().left()) <= reach
            || Math.abs(body(one) - body(other)) <= reach;
    return lined && Markers.areNeighbours(marker(one), marker(other));
  }
}
