package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts texts of neighbouring cells that stand as near to each other as words do: where a page
 * paints the spaces between its words, a gap without one lies between two texts. One on its own
 * says little, as words in bold may be set apart so; it counts where the texts on both its sides
 * begin, end or are centred as one of a line near by. In code, which has a fixed width, words line
 * up by themselves. Stateless.
 */
final class CellGaps {
  /**
   * Share of painted spaces among the gaps between words, numbers aside, from which a page does.
   */
  private static final float PAINTED = 0.75f;

  /** Gaps from which the share says something. */
  private static final int FEWEST = 10;

  /** Narrowest gap between two cells, in font sizes. */
  private static final float NARROWEST = 0.2f;

  /** How far texts of one column may begin, end or be centred apart, in font sizes. */
  private static final float ALIGNED = 0.1f;

  /** Lines above and below among which a text looks for its column. */
  private static final int REACH = 4;

  private CellGaps() {}

  /** Whether a page paints the spaces between words and does not only leave room for them. */
  static boolean arePainted(List<Chunk> chunks) {
    int gaps = 0;
    int painted = 0;
    for (Chunk chunk : chunks) {
      for (int i = 1; i < chunk.words().size(); i++) {
        Word word = chunk.words().get(i);
        boolean letters = hasLetter(chunk.words().get(i - 1)) && hasLetter(word);
        gaps += letters ? 1 : 0;
        painted += letters && word.spaced() ? 1 : 0;
      }
    }
    return gaps >= FEWEST && painted >= PAINTED * gaps;
  }

  private static boolean hasLetter(Word word) {
    return word.text().codePoints().anyMatch(Character::isLetter);
  }

  /** The lines of a page that paints its spaces; those that hold cells with a chunk for each. */
  static List<Strip> parted(List<Strip> strips) {
    List<Strip> fine = strips.stream().map(CellGaps::atEveryGap).toList();
    List<Strip> parted = new ArrayList<>();
    for (int i = 0; i < strips.size(); i++) {
      List<Strip> around = new ArrayList<>(fine.subList(Math.max(0, i - REACH), i));
      around.addAll(fine.subList(i + 1, Math.min(fine.size(), i + 1 + REACH)));
      parted.add(parted(strips.get(i), around));
    }
    return parted;
  }

  private static Strip parted(Strip strip, List<Strip> around) {
    List<Chunk> chunks = new ArrayList<>();
    for (Chunk chunk : strip.chunks()) {
      List<Chunk> parts = parts(chunk.words());
      boolean cells = parts.stream().allMatch(part -> isSupported(part, around));
      chunks.addAll(cells ? parts : List.of(chunk));
    }
    return new Strip(chunks, strip.rect());
  }

  private static Strip atEveryGap(Strip strip) {
    List<Chunk> chunks = new ArrayList<>();
    strip.chunks().forEach(chunk -> chunks.addAll(parts(chunk.words())));
    return new Strip(chunks, strip.rect());
  }

  private static List<Chunk> parts(List<Word> words) {
    List<Chunk> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < words.size(); i++) {
      if (isGap(words.get(i - 1), words.get(i))) {
        parts.add(Chunk.of(words.subList(from, i)));
        from = i;
      }
    }
    parts.add(Chunk.of(words.subList(from, words.size())));
    return parts;
  }

  private static boolean isGap(Word before, Word after) {
    float gap = after.rect().left() - before.rect().right();
    boolean code = before.style().mono() && after.style().mono();
    return !code && !after.spaced() && gap >= NARROWEST * after.size();
  }

  private static boolean isSupported(Chunk part, List<Strip> around) {
    return around.stream()
        .flatMap(strip -> strip.chunks().stream())
        .anyMatch(text -> isInLine(part, text));
  }

  private static boolean isInLine(Chunk one, Chunk other) {
    float slack = ALIGNED * one.size();
    Rect a = one.rect();
    Rect b = other.rect();
    return Math.abs(a.left() - b.left()) <= slack
        || Math.abs(a.right() - b.right()) <= slack
        || Math.abs(a.centreX() - b.centreX()) <= slack;
  }
}
