package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers glyphs of one direction into chunks: glyphs painted one after the other become runs, runs
 * on one baseline become bands, and bands are cut into words and chunks at their gaps. One thread.
 */
final class Lines {
  /** Gap that separates words, in font sizes. */
  private static final float WORD_GAP = 0.17f;

  /** Gap that separates chunks, in font sizes. */
  private static final float CHUNK_GAP = 0.6f;

  /** The same for lines whose words are drawn apart to fill the line. */
  private static final float STRETCHED_GAP = 1.1f;

  /** Widest gap of such a line as a multiple of the middle one. */
  private static final float EVEN = 1.4f;

  /** The same for lines drawn apart so far that their gaps are as wide as those of a table. */
  private static final float STRICTLY_EVEN = 1.08f;

  /** The same for fonts of fixed width, where blanks line things up. */
  private static final float MONO_CHUNK_GAP = 4f;

  /** How far baselines of one line may differ, in font sizes. */
  private static final float SAME_BASELINE = 0.16f;

  private Lines() {}

  static List<Chunk> chunks(List<Glyph> glyphs) {
    List<Band> bands = bands(Runs.of(glyphs));
    List<Chunk> chunks = new ArrayList<>();
    for (Band band : bands) {
      chunks.addAll(cut(words(band.runs())));
    }
    return chunks;
  }

  private static List<Band> bands(List<Runs.Run> runs) {
    List<Runs.Run> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble(Runs.Run::baseline).thenComparing(Runs.Run::left));
    List<Band> bands = new ArrayList<>();
    for (Runs.Run run : sorted) {
      Band last = bands.isEmpty() ? null : bands.getLast();
      if (last != null && last.takes(run)) {
        last.add(run);
      } else {
        bands.add(new Band(run));
      }
    }
    return Scripts.attached(bands);
  }

  private static List<Word> words(List<Runs.Run> runs) {
    WordMaker maker = new WordMaker(WORD_GAP);
    Runs.inOrder(runs).forEach(maker::add);
    return maker.words();
  }

  private static List<Chunk> cut(List<Word> words) {
    List<Chunk> chunks = new ArrayList<>();
    if (isJustified(words, STRICTLY_EVEN)) {
      return List.of(Chunk.of(words));
    }
    for (List<Word> part : cut(words, STRETCHED_GAP)) {
      if (isJustified(part, EVEN)) {
        chunks.add(Chunk.of(part));
      } else {
        cut(part, CHUNK_GAP).forEach(some -> chunks.add(Chunk.of(some)));
      }
    }
    return chunks;
  }

  private static List<List<Word>> cut(List<Word> words, float widest) {
    List<List<Word>> parts = new ArrayList<>();
    for (Word word : words) {
      if (parts.isEmpty() || isWide(parts.getLast().getLast(), word, widest)) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(word);
    }
    return parts;
  }

  private static boolean isWide(Word before, Word after, float widest) {
    boolean mono = before.style().mono() && after.style().mono();
    float size = Math.max(before.size(), after.size());
    return gap(before, after) > size * (mono ? MONO_CHUNK_GAP : widest);
  }

  /** Words drawn apart evenly to fill a line. */
  private static boolean isJustified(List<Word> words, float most) {
    double[] gaps = new double[Math.max(0, words.size() - 1)];
    int letters = 0;
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gap(words.get(i), words.get(i + 1));
      letters += words.get(i).text().codePoints().anyMatch(Character::isLetter) ? 1 : 0;
    }
    Arrays.sort(gaps);
    boolean even = gaps.length >= 3 && gaps[gaps.length - 1] <= most * gaps[gaps.length / 2];
    return even && letters * 2 > words.size();
  }

  private static float gap(Word before, Word after) {
    return after.rect().left() - before.rect().right();
  }

  /** Runs on one baseline. */
  static final class Band {
    private final List<Runs.Run> runs = new ArrayList<>();
    private Runs.Run main;

    Band(Runs.Run first) {
      runs.add(first);
      main = first;
    }

    boolean takes(Runs.Run run) {
      float size = Math.min(main.size(), run.size());
      return Math.abs(run.baseline() - main.baseline()) <= SAME_BASELINE * size;
    }

    void add(Runs.Run run) {
      runs.add(run);
      main = run.weight() > main.weight() ? run : main;
    }

    Runs.Run main() {
      return main;
    }

    List<Runs.Run> runs() {
      return runs;
    }
  }
}
