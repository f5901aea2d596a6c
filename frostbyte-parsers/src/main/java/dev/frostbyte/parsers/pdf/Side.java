package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * What the lines on one side of a gutter look like. Immutable.
 *
 * @param lines how many
 * @param letters of the line in the middle when ordered by length
 * @param fill width of the line in the middle as a share of the side's width
 * @param gaps wide gaps in its lines for each line; lines of a book have hardly any
 * @param running share of its lines that go on with the sentence of the line above
 */
record Side(int lines, int letters, float fill, float gaps, float running) {
  private static final float MOST_GAPS = 0.8f;

  private static final int PROSE_LETTERS = 16;
  private static final float PROSE_FILL = 0.55f;
  private static final int BOOK_LETTERS = 30;
  private static final float BOOK_FILL = 0.7f;
  private static final float RUNNING = 0.4f;

  static Side of(List<Item> side) {
    List<Item> items = FlowLines.of(ReadingOrder.sorted(side));
    Rect around = Rect.around(items, Item::rect);
    float width = around.width();
    int[] letters = items.stream().mapToInt(Side::letters).sorted().toArray();
    double[] widths = items.stream().mapToDouble(item -> item.rect().width()).sorted().toArray();
    float gaps = (side.size() - items.size()) / (float) items.size();
    float middle = (float) widths[widths.length / 2];
    float fill = width <= 0 ? 0 : middle / width;
    return new Side(items.size(), letters[letters.length / 2], fill, gaps, running(items, around));
  }

  boolean isProse() {
    return letters >= PROSE_LETTERS && fill >= PROSE_FILL;
  }

  /** Lines that break in the middle of sentences: what stands beside them is another text. */
  boolean isRunning() {
    return isProse() && running >= RUNNING && gaps < MOST_GAPS;
  }

  private static float running(List<Item> lines, Rect side) {
    int running = 0;
    for (int i = 1; i < lines.size(); i++) {
      boolean both = lines.get(i - 1) instanceof Chunk && lines.get(i) instanceof Chunk;
      running += both && goesOn((Chunk) lines.get(i - 1), (Chunk) lines.get(i), side) ? 1 : 0;
    }
    return running / (float) lines.size();
  }

  /** In lower case after no stop, and only because its first word did not fit there. */
  private static boolean goesOn(Chunk above, Chunk line, Rect side) {
    Word first = line.words().getFirst();
    String end = above.words().getLast().text();
    boolean open = Character.isLetter(end.codePointBefore(end.length())) || end.endsWith("-");
    boolean broken = side.right() - above.rect().right() < first.rect().width() + first.size();
    boolean lower = Character.isLowerCase(first.text().codePointAt(0));
    return open && broken && lower && above.words().size() > 2;
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
