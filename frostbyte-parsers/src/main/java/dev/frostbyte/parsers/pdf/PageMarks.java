package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * Everything painted on one page, in the order of painting. Immutable.
 *
 * @param number of the page, from 1
 * @param width of the displayed page, points
 * @param height of the displayed page, points
 * @param rules on the displayed page
 * @param concealed what the author says that glyphs stand for, where it is not what they show
 * @param unmapped glyphs whose character is unknown
 */
record PageMarks(
    int number,
    float width,
    float height,
    List<Glyph> glyphs,
    List<Fill> fills,
    List<Rule> rules,
    List<String> concealed,
    int unmapped) {
  Rect page() {
    return new Rect(0, 0, width, height);
  }

  /** Characters shown or hidden, white space not counted. */
  long characters() {
    long count = 0;
    for (Glyph glyph : glyphs) {
      count += glyph.text().codePoints().filter(it -> !Character.isWhitespace(it)).count();
    }
    return count;
  }

  Frame frame(int turns) {
    return new Frame(turns, width, height);
  }
}
