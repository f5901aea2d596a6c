package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads strips of text with the recognition model of PP-OCRv3 and best-path decoding of its
 * connectionist temporal classification (Graves and others, 2006). Under noise the model of v4 runs
 * English words together. Thread-safe.
 */
final class Recognizer implements AutoCloseable {
  /** Height of a strip, which the model was trained with. */
  static final int HEIGHT = 48;

  /** Shorter strips are filled up to this width with middle grey, as in training. */
  private static final int LEAST_WIDTH = 320;

  private final Model model;
  private final List<String> dictionary;
  private final boolean[] all;
  private final boolean[] english;

  /**
   * Takes over the model and closes it.
   *
   * @param dictionary what the classes of the model stand for; the first is no character
   */
  Recognizer(Model model, List<String> dictionary) {
    this.model = model;
    this.dictionary = dictionary.stream().map(Letters::plain).toList();
    this.all = new boolean[dictionary.size()];
    this.english = new boolean[dictionary.size()];
    for (int c = 0; c < all.length; c++) {
      all[c] = true;
      english[c] = Letters.isEnglish(this.dictionary.get(c));
    }
  }

  /** Characters of a strip that is {@link #HEIGHT} pixels high, from left to right. */
  List<Symbol> read(Pixels strip) {
    int width = Math.max(LEAST_WIDTH, (strip.width() + 7) / 8 * 8);
    Tensor classes = model.run(input(strip, width));
    return decoded(classes, (float) width / classes.size(1));
  }

  @Override
  public void close() {
    model.close();
  }

  /** What the models of lines take: -1 black to 1 white, middle grey behind the strip. */
  static Tensor input(Pixels strip, int width) {
    float[] values = new float[3 * HEIGHT * width];
    int plane = HEIGHT * width;
    for (int i = 0; i < strip.width() * HEIGHT; i++) {
      int x = i % strip.width();
      int y = i / strip.width();
      values[y * width + x] = strip.at(x, y) / 127.5f - 1;
    }
    System.arraycopy(values, 0, values, plane, plane);
    System.arraycopy(values, 0, values, 2 * plane, plane);
    return new Tensor(values, 1, 3, HEIGHT, width);
  }

  /** Among English words only what can occur in English is taken. */
  private List<Symbol> decoded(Tensor classes, float step) {
    List<Symbol> symbols = new Path(classes, step, all).symbols();
    boolean mixed = symbols.stream().anyMatch(symbol -> !Letters.isEnglish(symbol.text()));
    return mixed && !Letters.areChinese(symbols)
        ? new Path(classes, step, english).symbols()
        : symbols;
  }

  /** The likeliest class at every step, repetitions joined. One thread. */
  private final class Path {
    private final Tensor classes;
    private final float step;
    private final boolean[] taken;

    private Path(Tensor classes, float step, boolean[] taken) {
      this.classes = classes;
      this.step = step;
      this.taken = taken;
    }

    private List<Symbol> symbols() {
      List<Symbol> symbols = new ArrayList<>();
      int last = 0;
      for (int t = 0; t < classes.size(1); t++) {
        int best = best(t);
        float chance = classes.values()[t * classes.size(2) + best];
        if (best != 0 && best != last) {
          symbols.add(new Symbol(dictionary.get(best), chance, t * step, (t + 1) * step));
        } else if (best != 0) {
          symbols.add(symbols.removeLast().longer(chance, (t + 1) * step));
        }
        last = best;
      }
      return symbols;
    }

    private int best(int t) {
      int from = t * classes.size(2);
      int best = 0;
      for (int c = 1; c < taken.length; c++) {
        best = taken[c] && classes.values()[from + c] > classes.values()[from + best] ? c : best;
      }
      return best;
    }
  }
}
