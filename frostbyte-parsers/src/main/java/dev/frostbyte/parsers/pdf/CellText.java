package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the words of one cell line by line. */
final class CellText {
  private CellText() {}

  static String of(List<Word> words) {
    List<String> lines = new ArrayList<>();
    for (List<Word> line : lines(words)) {
      line.sort(Comparator.comparingDouble(word -> word.rect().left()));
      lines.add(Chunk.of(line).text());
    }
    return Joiner.joined(lines);
  }

  /** Words that stand on one line, from top to bottom. */
  static List<List<Word>> lines(List<Word> words) {
    List<Word> down = new ArrayList<>(words);
    down.sort(Comparator.comparingDouble(Word::baseline).thenComparingDouble(w -> w.rect().left()));
    List<List<Word>> lines = new ArrayList<>();
    float baseline = Float.NEGATIVE_INFINITY;
    for (Word word : down) {
      if (word.baseline() - baseline > 0.45f * word.size()) {
        lines.add(new ArrayList<>());
        baseline = word.baseline();
      }
      lines.getLast().add(word);
    }
    return lines;
  }
}
