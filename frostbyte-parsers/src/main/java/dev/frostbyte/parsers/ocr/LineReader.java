package dev.frostbyte.parsers.ocr;

import java.util.List;

/**
 * Reads the text in one rectangle of a page: upright, on its head or along the side, whichever the
 * model is surest of. Thread-safe.
 */
final class LineReader {
  /** How much narrower than on the page strips are: a quarter faster and as exact. */
  private static final float SQUEEZE = 0.8f;

  /** How far beyond a rectangle is read, in heights: a full stop at its end may stand outside. */
  private static final float MARGIN = 0.2f;

  /** Longer lines are squeezed more, pixels. */
  private static final int WIDEST = 4_096;

  /** Height over width from which a rectangle may hold text that runs along the side. */
  static final float TALL = 1.5f;

  /** Lines of less are read the other way round too. */
  private static final float SURE = 0.7f;

  private final Recognizer recognizer;

  LineReader(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * Reads a line; one without words when there are none.
   *
   * @param box on the level page
   */
  Line read(Pixels page, Level level, Slant box) {
    boolean tall = box.height() > TALL * box.width();
    Line line = readOne(page, level, box);
    if (tall) {
      Line up = readOne(page, level, box.quarterTurned());
      line = surer(line, surer(up, readOne(page, level, box.quarterTurned().turned())));
    }
    return line.confidence() >= SURE ? line : surer(line, readOne(page, level, box.turned()));
  }

  /** Whether a line is read with more confidence from its other side. */
  boolean isUpsideDown(Pixels page, Level level, Slant box) {
    return readOne(page, level, box.turned()).confidence() > readOne(page, level, box).confidence();
  }

  private static Line surer(Line one, Line other) {
    return other.confidence() > one.confidence() ? other : one;
  }

  private Line readOne(Pixels page, Level level, Slant box) {
    float margin = MARGIN * box.height();
    Slant wide = box.widened(margin);
    float natural = wide.width() * Recognizer.HEIGHT / box.height();
    int width = Math.clamp(Math.round(natural * SQUEEZE), 8, WIDEST);
    Pixels strip = Strip.of(page, level.onPage(wide), Recognizer.HEIGHT, width);
    List<Symbol> symbols = Gaps.filled(strip, recognizer.read(strip), width / natural);
    symbols = Bars.mayHave(symbols) ? barred(page, level, wide, symbols, width) : symbols;
    float before = width * margin / wide.width();
    float size = TypeSize.of(strip) * box.height();
    return Line.of(
        box, size, symbols.stream().map(s -> s.moved(-before)).toList(), width - 2 * before);
  }

  private static List<Symbol> barred(
      Pixels page, Level level, Slant box, List<Symbol> symbols, int squeezed) {
    int width = Math.clamp(Math.round(box.width() * Recognizer.HEIGHT / box.height()), 8, WIDEST);
    int high = Recognizer.HEIGHT * 3 / 2;
    Slant tall =
        new Slant(box.centreX(), box.centreY(), box.width(), box.height() * 1.5f, box.angle());
    Pixels line = Strip.of(page, level.onPage(box), Recognizer.HEIGHT, width);
    Pixels around = Strip.of(page, level.onPage(tall), high, width);
    return Bars.seen(line, around, (float) squeezed / width, symbols);
  }
}
