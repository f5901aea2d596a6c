package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts texts of neighbouring cells that stand as near to each other as words do: where a page
 * paints the spaces between its words, a gap without one lies between two texts. One on its own
 * says little, as words in bold may be set apart so; it counts where a text of the line above or
 * below begins, ends or is centred likewise. Stateless.
 */
final class CellGaps {
  /** Share of the gaps between words that are painted spaces on a page that paints them. */
  private static final float PAINTED = 0.9f;

  /** Gaps from which the share says something. */
  private static final int FEWEST = 10;

  /** Narrowest gap between two cells, in font sizes. */
  private static final float NARROWEST = 0.2f;

  /** How far texts of one column may begin, end or be centred apart, in font sizes. */
  private static final float ALIGNED = 0.1f;

  private CellGaps() {}

  /** Whether the spaces between words of these lines are painted, not only left out. */
  static boolean arePainted(List<Chunk> chunks) {
    int gaps = 0;
    int painted = 0;
    for (Chunk chunk : chunks) {
      List<Word> words = chunk.words();
      gaps += words.size() - 1;
      painted += (int) words.stream().skip(1).filter(Word::spaced).count();
    }
    return gaps >= FEWEST && painted >= PAINTED * gaps;
  }

  /** The lines of a page that paints its spaces; those that hold cells with a chunk for each. */
  static List<Strip> parted(List<Strip> strips) {
    List<Strip> fine = strips.stream().map(CellGaps::atEveryGap).toList();
    List<Strip> parted = new ArrayList<>();
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      boolean same = fine.get(i).chunks().size() == strip.chunks().size();
      boolean cells = !same && (supports(fine, i, i - 1) || supports(fine, i, i + 1));
      parted.add(cells ? fine.get(i) : strip);
    }
    return parted;
  }

  private static Strip atEveryGap(Strip strip) {
    List<Chunk> chunks = new ArrayList<>();
    for (Chunk chunk : strip.chunks()) {
      addParts(chunks, chunk.words());
    }
    return new Strip(chunks, strip.rect());
  }

  private static void addParts(List<Chunk> chunks, List<Word> words) {
    int from = 0;
    for (int i = 1; i < words.size(); i++) {
      if (isGap(words.get(i - 1), words.get(i))) {
        chunks.add(Chunk.of(words.subList(from, i)));
        from = i;
      }
    }
    chunks.add(Chunk.of(words.subList(from, words.size())));
  }

  private static boolean isGap(Word before, Word after) {
    float gap = after.rect().left() - before.rect().right();
    return !after.spaced() && gap >= NARROWEST * after.size();
  }

  /** Whether every text of a line stands under or over one of another line. */
  private static boolean supports(List<Strip> fine, int at, int other) {
    if (other < 0 || other >= fine.size()) {
      return false;
    }
    List<Chunk> texts = fine.get(other).chunks();
    return fine.get(at).chunks().stream()
        .allMatch(chunk -> texts.stream().anyMatch(text -> isInLine(chunk, text)));
  }

  private static boolean isInLine(Chunk one, Chunk other) {
    float reach = ALIGNED * one.size();
    Rect a = one.rect();
    Rect b = other.rect();
    return Math.abs(a.left() - b.left()) <= reach
        || Math.abs(a.right() - b.right()) <= reach
        || Math.abs(a.centreX() - b.centreX()) <= reach;
  }
}
