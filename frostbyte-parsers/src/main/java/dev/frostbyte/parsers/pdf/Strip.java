package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chunks that stand at one height: a row of a table, or a line of one. Immutable.
 *
 * @param words of all chunks, in their order
 * @param size of the largest type in it
 */
record Strip(List<Chunk> chunks, Rect rect, List<Word> words, float size) {
  /** Part of a line's height that may overlap the next without joining it. */
  private static final float SLACK = 0.2f;

  Strip(List<Chunk> chunks, Rect rect) {
    this(
        chunks,
        rect,
        chunks.stream().flatMap(chunk -> chunk.words().stream()).toList(),
        (float) chunks.stream().mapToDouble(Chunk::size).max().orElse(10));
  }

  static List<Strip> of(List<Chunk> chunks) {
    List<Chunk> down = new ArrayList<>(chunks);
    down.sort(Comparator.comparingDouble(chunk -> chunk.rect().top()));
    List<Strip> strips = new ArrayList<>();
    List<Chunk> open = new ArrayList<>();
    float bottom = Float.NEGATIVE_INFINITY;
    for (Chunk chunk : down) {
      if (!open.isEmpty() && chunk.rect().top() > bottom - SLACK * chunk.size()) {
        strips.add(strip(open));
        open = new ArrayList<>();
        bottom = Float.NEGATIVE_INFINITY;
      }
      open.add(chunk);
      bottom = Math.max(bottom, chunk.rect().bottom());
    }
    if (!open.isEmpty()) {
      strips.add(strip(open));
    }
    return strips;
  }

  private static Strip strip(List<Chunk> chunks) {
    List<Chunk> across = new ArrayList<>(chunks);
    across.sort(Comparator.comparingDouble(chunk -> chunk.rect().left()));
    return new Strip(across, Rect.around(across, Chunk::rect));
  }

  /**
   * How many texts stand beside each other; a list marker belongs to the text behind it, and what
   * is framed by characters, as the windows of terminals are, is one text.
   */
  int texts() {
    if (words.stream().anyMatch(word -> word.text().codePoints().anyMatch(Strip::isFrame))) {
      return 1;
    }
    boolean item = chunks.size() > 1 && Markers.isMarker(chunks.getFirst().text());
    return item ? chunks.size() - 1 : chunks.size();
  }

  private static boolean isFrame(int point) {
    return point >= 0x2500 && point <= 0x257f;
  }
}
