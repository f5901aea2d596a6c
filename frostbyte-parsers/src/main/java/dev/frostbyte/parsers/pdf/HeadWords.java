package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts the heads of narrow columns, which stand as near to each other as words of a sentence: each
 * word of the line stands over one text of the line below.
 */
final class HeadWords {
  /** Columns from which words over texts are no chance. */
  private static final int FEWEST = 3;

  /** How far a word may begin, end or be centred from the text below it, in font sizes. */
  private static final float ALIGNED = 0.35f;

  private HeadWords() {}

  /** The lines; those whose words are heads with a chunk for each word. */
  static List<Strip> parted(List<Strip> strips) {
    List<Strip> parted = new ArrayList<>(strips);
    for (int i = 0; i + 1 < parted.size(); i++) {
      List<Word> words = parted.get(i).words();
      List<Chunk> texts = parted.get(i + 1).chunks();
      boolean joined = parted.get(i).chunks().size() < words.size();
      if (joined && words.size() == texts.size() && stand(words, texts)) {
        List<Chunk> heads = words.stream().map(word -> Chunk.of(List.of(word))).toList();
        parted.set(i, new Strip(heads, parted.get(i).rect()));
      }
    }
    return parted;
  }

  private static boolean stand(List<Word> words, List<Chunk> texts) {
    for (int i = 0; i < words.size(); i++) {
      Rect word = words.get(i).rect();
      Rect text = texts.get(i).rect();
      float reach = ALIGNED * words.get(i).size();
      boolean over =
          Math.abs(word.left() - text.left()) <= reach
              || Math.abs(word.right() - text.right()) <= reach
              || Math.abs(word.centreX() - text.centreX()) <= reach;
      if (!over) {
        return false;
      }
    }
    return words.size() >= FEWEST;
  }
}
