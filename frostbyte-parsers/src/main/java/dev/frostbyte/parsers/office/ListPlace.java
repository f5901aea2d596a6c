package dev.frostbyte.parsers.office;

/**
 * Where a paragraph stands in a list. Immutable.
 *
 * @param depth from 0
 * @param marker empty when it shows none
 */
record ListPlace(int depth, String marker) {
  private static final int DEEPEST = 8;

  /** Counts the paragraph in its list, so each paragraph is asked once, in order. */
  static ListPlace of(WordContext context, Node paragraph) {
    Node numbering = context.styles().ofParagraph(paragraph, "w:numPr");
    String list = numbering.child("w:numId").value();
    if (list.isEmpty() || list.equals("0")) {
      return new ListPlace(0, "");
    }
    int depth = Numbers.parse(numbering.child("w:ilvl").value(), 0, 0, DEEPEST);
    return new ListPlace(depth, context.numbering().next(list, depth));
  }
}
