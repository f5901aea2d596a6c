package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * What the lines on one side of a gutter look like. Immutable.
 *
 * @param lines how many
 * @param letters of the line in the middle when ordered by length
 * @param fill width of the line in the middle as a share of the side's width
 * @param gaps wide gaps in its lines for each line; lines of a book have hardly any
 */
record Side(int lines, int letters, float fill, float gaps) {
  private static final float MOST_GAPS = 0.8f;

  private static final int PROSE_LETTERS = 16;
  private static final float PROSE_FILL = 0.55f;
  private static final int BOOK_LETTERS = 30;
  private static final float BOOK_FILL = 0.7f;

  static Side of(List<Item> side) {
    List<Item> items = FlowLines.of(ReadingOrder.sorted(side));
    float width = Rect.around(items, Item::rect).width();
    int[] letters = items.stream().mapToInt(Side::letters).sorted().toArray();
    double[] widths = items.stream().mapToDouble(item -> item.rect().width()).sorted().toArray();
    float gaps = (side.size() - items.size()) / (float) items.size();
    float middle = (float) widths[widths.length / 2];
    return new Side(
        items.size(), letters[letters.length / 2], width <= 0 ? 0 : middle / width, gaps);
  }

  boolean isProse() {
    return letters >= PROSE_LETTERS && fill >= PROSE_FILL;
  }

  /** Full lines as in a book: what stands beside them on the same lines is another column. */
  boolean isBook() {
    return letters >= BOOK_LETTERS && fill >= BOOK_FILL && gaps < MOST_GAPS;
  }

  private static int letters(Item item) {
    return switch (item) {
      case Chunk chunk -> chunk.letters();
      case TableDraft table -> 2 * PROSE_LETTERS;
    };
  }

  /** Whether most lines of the shorter side stand on a line of the other, as rows of a table do. */
  static boolean areAligned(List<Item> lefts, List<Item> rights) {
    List<Item> fewer = lefts.size() <= rights.size() ? lefts : rights;
    List<Item> more = lefts.size() <= rights.size() ? rights : lefts;
    long aligned =
        fewer.stream()
            .filter(item -> more.stream().anyMatch(other -> isBeside(item, other)))
            .count();
    return aligned * 2 > fewer.size();
  }

  private static boolean isBeside(Item one, Item other) {
    return Math.abs(one.rect().bottom() - other.rect().bottom()) < 0.2f * one.rect().height();
  }
}
