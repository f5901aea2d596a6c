package dev.frostbyte.parsers.office;

/**
 * What RTF says about a paragraph. Immutable.
 *
 * @param style number in the table of styles
 * @param outline level from 0; {@link #BODY_TEXT} for none
 * @param listed whether it is an item of a list
 * @param depth of the list, from 0
 * @param inTable whether it stands in a cell
 * @param nesting of tables
 * @param behind 0xRRGGBB, -1 when nothing is said
 */
record RtfParagraph(
    int style, int outline, boolean listed, int depth, boolean inTable, int nesting, int behind) {
  /** Outline level of what is no heading. */
  static final int BODY_TEXT = 9;

  private static final int DEEPEST_LIST = 8;

  /** As {@code \pard} leaves it. */
  static final RtfParagraph PLAIN = new RtfParagraph(0, BODY_TEXT, false, 0, false, 1, -1);

  /** The paragraph behind a control word; the same for a word that changes nothing of it. */
  RtfParagraph with(String word, int number, RtfTables tables) {
    return switch (word) {
      case "pard" -> PLAIN;
      case "s" -> new RtfParagraph(number, outline, listed, depth, inTable, nesting, behind);
      case "outlinelevel" ->
          new RtfParagraph(style, number, listed, depth, inTable, nesting, behind);
      case "ls" -> new RtfParagraph(style, outline, number > 0, depth, inTable, nesting, behind);
      case "ilvl" ->
          new RtfParagraph(
              style,
              outline,
              listed,
              Math.clamp(number, 0, DEEPEST_LIST),
              inTable,
              nesting,
              behind);
      case "intbl" -> new RtfParagraph(style, outline, listed, depth, true, nesting, behind);
      case "itap" -> new RtfParagraph(style, outline, listed, depth, number > 0, number, behind);
      case "cbpat" ->
          new RtfParagraph(style, outline, listed, depth, inTable, nesting, tables.colour(number));
      default -> this;
    };
  }

  /** Level of a heading, from 1; 0 for a paragraph that is none. */
  int level(RtfTables tables) {
    RtfTables.Style named = tables.style(style);
    int said = outline < BODY_TEXT ? outline : named.outline();
    if (said >= 0 && said < BODY_TEXT) {
      return said + 1;
    }
    if (named.name().matches("heading [1-9]")) {
      return named.name().charAt(8) - '0';
    }
    return named.name().equals("title") ? 1 : 0;
  }
}
