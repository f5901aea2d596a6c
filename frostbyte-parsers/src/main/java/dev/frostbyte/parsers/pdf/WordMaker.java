package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Cuts the glyphs of one line, given from left to right, into words. One thread. */
final class WordMaker {
  /** Two equal glyphs this close, in font sizes, are one painted twice for weight. */
  private static final float TWICE = 0.12f;

  /** A painted space separates words only where the letters leave room for it, in font sizes. */
  private static final float SPACE = 0.06f;

  /** Text that begins so far left of the end of a word, after a space, is another run of text. */
  private static final float OVER = 0.1f;

  /** Size of a raised glyph as a share of the size of its line at most. */
  private static final float SMALLER = 0.86f;

  /** How far above the baseline it stands at least, in sizes of the line. */
  private static final float RISE = 0.15f;

  private final float gap;
  private final List<Word> words = new ArrayList<>();
  private final List<Glyph> open = new ArrayList<>();
  private boolean spaced;
  private boolean openSpaced;
  private float end = Float.NaN;

  /**
   * A maker.
   *
   * @param gap that separates words, in font sizes
   */
  WordMaker(float gap) {
    this.gap = gap;
  }

  void add(Glyph glyph) {
    if (isRepeated(glyph)) {
      return;
    }
    if (glyph.isBlank()) {
      spaced = true;
      return;
    }
    float room = glyph.x() - end;
    boolean over = spaced && room < -OVER * glyph.size();
    if (over || room > (spaced ? SPACE : gap) * glyph.size()) {
      close();
    }
    if (open.isEmpty()) {
      openSpaced = spaced;
    }
    spaced = false;
    open.add(glyph);
    end = open.size() == 1 ? glyph.end() : Math.max(end, glyph.end());
  }

  List<Word> words() {
    close();
    return words;
  }

  private boolean isRepeated(Glyph glyph) {
    for (int i = open.size() - 1; i >= Math.max(0, open.size() - 3); i--) {
      Glyph other = open.get(i);
      if (glyph.x() - other.x() < TWICE * glyph.size() && glyph.text().equals(other.text())) {
        return true;
      }
    }
    return false;
  }

  private void close() {
    if (!open.isEmpty()) {
      words.add(word());
      open.clear();
    }
  }

  private Word word() {
    StringBuilder text = new StringBuilder();
    Glyph main = open.getFirst();
    Rect rect = main.rect();
    for (Glyph glyph : open) {
      text.append(glyph.text());
      rect = rect.union(glyph.rect());
      main = glyph.size() > main.size() ? glyph : main;
    }
    return new Word(
        text.toString().strip(),
        rect,
        main.y(),
        main.size(),
        main.style(),
        openSpaced,
        open.getFirst().mark(),
        raised(open, main),
        raised(open.reversed(), main));
  }

  /** Characters before the first glyph that stands on the line, none when no glyph does. */
  private static int raised(List<Glyph> glyphs, Glyph main) {
    int raised = 0;
    for (Glyph glyph : glyphs) {
      if (glyph.size() > SMALLER * main.size() || main.y() - glyph.y() < RISE * main.size()) {
        return raised;
      }
      raised += glyph.text().length();
    }
    return 0;
  }
}
