package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sees the white between characters that the model reads over: under noise it leaves spaces out. A
 * gap about as wide as the line's other spaces and clearly wider than those between its letters is
 * a space. One thread.
 */
final class Gaps {
  /** Rows judged together. */
  private static final int ROWS = 5;

  /** Share of the darkest ink up to which they are white. */
  private static final float WHITE = 0.4f;

  /** Share of a line's usual space that is a space too. */
  private static final float LIKE_SPACES = 0.7f;

  /** The same without spaces to compare with, as a share of the strip's height. */
  private static final float LEAST = 0.17f;

  /** Multiple of the wider gaps between letters, which are wide in type of fixed width. */
  private static final float LIKE_LETTERS = 2.2f;

  private final boolean[] white;
  private final List<Symbol> symbols;
  private final float squeeze;

  private Gaps(Pixels strip, List<Symbol> symbols, float squeeze) {
    this.white = white(strip);
    this.symbols = symbols;
    this.squeeze = squeeze;
  }

  /**
   * The symbols with spaces where there is room for them.
   *
   * @param squeeze how much narrower than on the page the strip is
   */
  static List<Symbol> filled(Pixels strip, List<Symbol> symbols, float squeeze) {
    return new Gaps(strip, symbols, squeeze).filled();
  }

  private List<Symbol> filled() {
    float least = least();
    List<Symbol> filled = new ArrayList<>();
    for (Symbol symbol : symbols) {
      Symbol last = filled.isEmpty() ? symbol : filled.getLast();
      boolean open = !last.isSpace() && !symbol.isSpace() && last != symbol;
      if (open && gap(last, symbol) >= least) {
        filled.add(new Symbol(" ", 1, last.to(), symbol.from()));
      }
      filled.add(symbol);
    }
    return filled;
  }

  private float least() {
    List<Float> spaces = new ArrayList<>();
    List<Float> letters = new ArrayList<>();
    for (int i = 0; i + 1 < symbols.size(); i++) {
      if (symbols.get(i + 1).isSpace() && i + 2 < symbols.size()) {
        spaces.add((float) gap(symbols.get(i), symbols.get(i + 2)));
      } else if (!symbols.get(i).isSpace()) {
        letters.add((float) gap(symbols.get(i), symbols.get(i + 1)));
      }
    }
    float beyondLetters = LIKE_LETTERS * quantile(letters, 0.7f);
    float beside =
        spaces.isEmpty()
            ? LEAST * squeeze * Recognizer.HEIGHT
            : LIKE_SPACES * quantile(spaces, 0.5f);
    return Math.max(beside, beyondLetters);
  }

  /** Longest run of white columns between the middles of two symbols. */
  private int gap(Symbol left, Symbol right) {
    int longest = 0;
    int run = 0;
    int end = Math.min(white.length, Math.round(right.middle()));
    for (int x = Math.max(0, Math.round(left.middle())); x < end; x++) {
      run = white[x] ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static float quantile(List<Float> values, float share) {
    Float[] sorted = values.toArray(Float[]::new);
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
  }

  private static boolean[] white(Pixels strip) {
    Ink ink = Ink.of(strip);
    boolean[] white = new boolean[strip.width()];
    for (int x = 0; x < white.length; x++) {
      white[x] = isWhite(strip, ink, x);
    }
    return white;
  }

  /** Judged by a few rows at a time: an underscore is ink, a speck is not. */
  private static boolean isWhite(Pixels strip, Ink ink, int x) {
    int most = 0;
    int sum = 0;
    for (int y = 0; y < strip.height(); y++) {
      sum += ink.of(strip.at(x, y));
      sum -= y < ROWS ? 0 : ink.of(strip.at(x, y - ROWS));
      most = Math.max(most, sum);
    }
    return most < WHITE * ROWS * ink.contrast();
  }
}
