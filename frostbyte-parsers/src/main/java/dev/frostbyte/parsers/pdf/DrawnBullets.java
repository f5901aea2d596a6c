package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives list items the bullets that were painted as small shapes, not as text, as browsers do: the
 * first line of the item then begins with the sign as if it had been written.
 */
final class DrawnBullets {
  private static final String SIGN = "•";

  /** Height and width of a bullet in font sizes of its line. */
  private static final float SMALLEST = 0.12f;

  private static final float LARGEST = 0.65f;

  /** Longer side of a bullet as a multiple of the shorter. */
  private static final float ROUND = 1.35f;

  /** Widest gap to the text behind it, in font sizes. */
  private static final float REACH = 2.5f;

  /** White space before it, in font sizes: a dot close to text is part of a drawing. */
  private static final float ALONE = 1f;

  /** More dots than this on one page are a drawing. */
  private static final int MOST = 400;

  private DrawnBullets() {}

  /**
   * The lines, some of them with a bullet.
   *
   * @param shapes areas painted on the page, in the frame of the lines
   */
  static List<Chunk> added(List<Chunk> chunks, List<Rect> shapes) {
    List<Rect> dots = shapes.stream().filter(DrawnBullets::isRound).limit(MOST + 1L).toList();
    if (dots.isEmpty() || dots.size() > MOST) {
      return chunks;
    }
    List<Chunk> lines = new ArrayList<>(chunks);
    for (Rect dot : dots) {
      Chunk line = behind(dot, lines);
      if (line != null && isAlone(dot, line, lines)) {
        lines.set(lines.indexOf(line), marked(dot, line));
      }
    }
    return lines;
  }

  private static boolean isRound(Rect shape) {
    float shorter = Math.min(shape.width(), shape.height());
    return shorter > 0 && Math.max(shape.width(), shape.height()) <= ROUND * shorter;
  }

  private static @org.jspecify.annotations.Nullable Chunk behind(Rect dot, List<Chunk> lines) {
    return lines.stream()
        .filter(line -> isMarkOf(dot, line))
        .min(Comparator.comparingDouble(line -> line.rect().left()))
        .orElse(null);
  }

  private static boolean isMarkOf(Rect dot, Chunk line) {
    float size = line.size();
    float gap = line.rect().left() - dot.right();
    float rise = line.baseline() - dot.centreY();
    return dot.height() >= SMALLEST * size
        && dot.height() <= LARGEST * size
        && gap > 0
        && gap < REACH * size
        && rise > 0
        && rise < 0.65f * size;
  }

  private static boolean isAlone(Rect dot, Chunk line, List<Chunk> lines) {
    boolean marked = Markers.isMarker(line.words().getFirst().text());
    float room = dot.left() - ALONE * line.size();
    return !marked
        && lines.stream()
            .filter(other -> other.rect().verticalShare(line.rect()) > 0.5f)
            .noneMatch(other -> other.rect().right() > room && other.rect().left() < dot.right());
  }

  private static Chunk marked(Rect dot, Chunk line) {
    Word first = line.words().getFirst();
    Rect place = new Rect(dot.left(), first.rect().top(), dot.right(), first.rect().bottom());
    List<Word> words = new ArrayList<>();
    words.add(Word.level(SIGN, place, first.baseline(), first.size(), first.style(), first.mark()));
    words.addAll(line.words());
    return Chunk.of(words);
  }
}
