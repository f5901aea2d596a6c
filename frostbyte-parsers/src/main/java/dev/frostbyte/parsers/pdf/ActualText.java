package dev.frostbyte.parsers.pdf;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What the author says that glyphs stand for. It is believed where the font does not tell, and for
 * a glyph or two such as ligatures; a replacement that says other things than what is painted is
 * text that nobody sees. Immutable.
 *
 * @param text in the author's words
 * @param from number of the first glyph
 */
record ActualText(String text, int from) {
  static final ActualText NONE = new ActualText("", Integer.MAX_VALUE);

  /** Stands for a glyph whose character the font does not tell. */
  static final String UNKNOWN = "\ufffd";

  /** Glyphs that may stand for a few letters. */
  private static final int FEW = 2;

  private static final int FEW_LETTERS = 4;

  /** Replaces the newest glyphs, or adds the text to what is concealed. */
  void apply(List<Glyph> glyphs, List<String> concealed) {
    if (text.isBlank()) {
      return;
    }
    List<Glyph> own = glyphs.subList(Math.min(from, glyphs.size()), glyphs.size());
    StringBuilder painted = new StringBuilder();
    own.forEach(glyph -> painted.append(glyph.text()));
    boolean few = !own.isEmpty() && own.size() <= FEW && text.length() <= FEW_LETTERS;
    if (painted.indexOf(UNKNOWN) >= 0 || few) {
      replace(own);
    } else if (!letters(painted.toString()).equals(letters(text))) {
      concealed.add(text);
    }
  }

  private void replace(List<Glyph> own) {
    Glyph first = own.getFirst();
    Glyph last = own.getLast();
    boolean line = last.turns() == first.turns() && Math.abs(last.y() - first.y()) < first.size();
    float width = line ? Math.max(first.width(), last.end() - first.x()) : first.width();
    own.clear();
    own.add(first.with(Bidirectional.seen(text.strip()), width));
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
