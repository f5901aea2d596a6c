package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts right what the model cannot tell by the shapes it learnt from: upright bars, which it takes
 * for letters and figures or leaves out, and rows of dashes, of which it counts too few. Both are
 * seen in the picture of the line. Lines painted around cells are no bars: they go on above or
 * below the text. One thread.
 */
final class Bars {
  /** Signs that a bar is taken for. */
  private static final String LIKE_BARS = "|Il1/!ijJ[]\\t";

  private static final String LIKE_DASHES = "-_~=.—–";

  /** How far from a bar the model may see its sign, in sizes of type. */
  private static final float NEAR = 0.3f;

  /** White beside a bar from which there is a space, in sizes of type. */
  private static final float SPACE = 0.42f;

  /** White up to which there is none; between the two the model knows better. */
  private static final float NO_SPACE = 0.25f;

  /** How far a stroke goes on above or below the line that is no bar, rows. */
  private static final int BEYOND = 10;

  /** Dashes from which they are counted. */
  private static final int FEWEST = 3;

  /** White between two dashes of one row, in sizes of type. */
  private static final float APART = 0.25f;

  private final Strokes strokes;
  private final float scale;
  private final List<Symbol> symbols;

  private Bars(Strokes strokes, float scale, List<Symbol> symbols) {
    this.strokes = strokes;
    this.scale = scale;
    this.symbols = new ArrayList<>(symbols);
  }

  /** Whether there may be something to put right. */
  static boolean mayHave(List<Symbol> symbols) {
    return symbols.stream().anyMatch(it -> isOneOf(LIKE_BARS, it) || isOneOf(LIKE_DASHES, it));
  }

  /**
   * The symbols with bars and dashes as they are seen.
   *
   * @param line the line as wide as on the page
   * @param around the same with half as much above and below
   * @param squeeze how much narrower the symbols' places are than the pictures
   */
  static List<Symbol> seen(Pixels line, Pixels around, float squeeze, List<Symbol> symbols) {
    Strokes strokes = Strokes.of(line);
    Bars bars = new Bars(strokes, squeeze, symbols);
    for (int i = 0; i < strokes.parts().size(); i++) {
      Strokes.Part part = strokes.parts().get(i);
      if (strokes.isBar(part) && !goesOn(part, line, around)) {
        bars.set(i);
      }
    }
    bars.count();
    return bars.symbols;
  }

  /** Whether a stroke does not end where the text does. */
  private static boolean goesOn(Strokes.Part part, Pixels line, Pixels around) {
    Ink ink = Ink.of(around);
    int x = Math.round(part.middle() - 0.5f);
    int shift = (around.height() - line.height()) / 2;
    return isInked(around, ink, x, shift + part.top() - 1 - BEYOND, BEYOND)
        || isInked(around, ink, x, shift + part.bottom() + 2, BEYOND);
  }

  private static boolean isInked(Pixels picture, Ink ink, int x, int from, int rows) {
    for (int y = from; y < from + rows; y++) {
      if (y >= 0 && y < picture.height() && ink.of(picture.at(x, y)) * 2 < ink.contrast()) {
        return false;
      }
    }
    return true;
  }

  private void set(int part) {
    Strokes.Part bar = strokes.parts().get(part);
    float middle = bar.middle() * scale;
    int at = nearest(middle);
    Symbol sign = new Symbol("|", 1, bar.from() * scale, bar.to() * scale);
    if (at >= 0) {
      symbols.set(at, sign);
    } else {
      at = place(middle);
      symbols.add(at, sign);
    }
    List<Strokes.Part> parts = strokes.parts();
    if (part + 1 < parts.size()) {
      space(at + 1, parts.get(part + 1).from() - bar.to(), bar.to());
    }
    if (part > 0) {
      space(at, bar.from() - parts.get(part - 1).to(), parts.get(part - 1).to());
    }
  }

  /** Number of the sign that stands for a bar, -1 when the model left it out. */
  private int nearest(float middle) {
    int nearest = -1;
    float least = NEAR * strokes.em() * scale;
    for (int i = 0; i < symbols.size(); i++) {
      float apart = Math.abs(symbols.get(i).middle() - middle);
      if (apart <= least && isOneOf(LIKE_BARS, symbols.get(i))) {
        nearest = i;
        least = apart;
      }
    }
    return nearest;
  }

  private int place(float middle) {
    int at = 0;
    while (at < symbols.size() && symbols.get(at).middle() < middle) {
      at++;
    }
    return at;
  }

  /** Between two signs is a space or none, as the white between them says. */
  private void space(int at, int white, int from) {
    boolean wide = white >= SPACE * strokes.em();
    boolean narrow = white <= NO_SPACE * strokes.em();
    boolean after = at < symbols.size() && symbols.get(at).isSpace();
    boolean before = at > 0 && symbols.get(at - 1).isSpace();
    if (wide && !after && !before) {
      symbols.add(at, new Symbol(" ", 1, from * scale, (from + white) * scale));
    } else if (narrow && after) {
      symbols.remove(at);
    } else if (narrow && before) {
      symbols.remove(at - 1);
    }
  }

  private void count() {
    List<Strokes.Part> parts = strokes.parts();
    int from = 0;
    for (int i = 1; i <= parts.size(); i++) {
      if (i == parts.size() || !isNextDash(parts.get(i - 1), parts.get(i))) {
        if (i - from >= FEWEST) {
          set(parts.subList(from, i));
        }
        from = i;
      }
    }
  }

  private boolean isNextDash(Strokes.Part dash, Strokes.Part next) {
    return strokes.isDash(dash)
        && strokes.isDash(next)
        && next.from() - dash.to() <= APART * strokes.em();
  }

  private void set(List<Strokes.Part> dashes) {
    float slack = NEAR * strokes.em() * scale;
    float from = dashes.getFirst().from() * scale - slack;
    float to = dashes.getLast().to() * scale + slack;
    symbols.removeIf(
        it -> it.middle() > from && it.middle() < to && (it.isSpace() || isOneOf(LIKE_DASHES, it)));
    int at = place(dashes.getFirst().middle() * scale);
    for (int i = 0; i < dashes.size(); i++) {
      Strokes.Part dash = dashes.get(i);
      symbols.add(at + i, new Symbol("-", 1, dash.from() * scale, dash.to() * scale));
    }
  }

  private static boolean isOneOf(String signs, Symbol symbol) {
    return signs.contains(symbol.text()) && !symbol.text().isEmpty();
  }
}
