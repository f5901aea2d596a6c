package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells lines that go on inside their cells from lines that begin a row, where gaps do not: a cell
 * goes on only because its next word did not fit, no column has text that it lacked in the line
 * above, and three columns or more do not all go on at once. Immutable.
 *
 * @param lefts where text of each column begins at least
 * @param rights where text of each column ends at most
 */
record Wraps(float[] streams, float[] lefts, float[] rights) {
  /** Columns narrower than this, in font sizes, say nothing. */
  private static final float NARROW = 4f;

  /** Share of a column's width that a line that had to be broken fills. */
  private static final float FULL = 0.5f;

  private static final float BLANK = 0.25f;

  private static final float FAR = 0.7f;

  static Wraps of(List<Strip> strips, float[] streams) {
    float[] lefts = new float[streams.length + 1];
    float[] rights = new float[streams.length + 1];
    java.util.Arrays.fill(lefts, Float.MAX_VALUE);
    java.util.Arrays.fill(rights, -Float.MAX_VALUE);
    for (Strip strip : strips) {
      for (Word word : strip.words()) {
        int column = RowMaker.column(streams, word.rect().centreX());
        lefts[column] = Math.min(lefts[column], word.rect().left());
        rights[column] = Math.max(rights[column], word.rect().right());
      }
    }
    return new Wraps(streams, lefts, rights);
  }

  boolean continues(Strip above, Strip below) {
    float gap = (below.rect().top() - above.rect().bottom()) / Math.max(1, below.size());
    int support = 0;
    int both = 0;
    for (int column = 0; column <= streams.length && gap < FAR; column++) {
      List<Word> next = words(below, column);
      if (!next.isEmpty()) {
        int vote = vote(words(above, column), next, column);
        if (vote < 0) {
          return false;
        }
        support += vote;
        both++;
      }
    }
    return support > 0 && (streams.length < 2 || both <= streams.length);
  }

  /** 1 when the text above had to be broken here, -1 when it had not, 0 when nobody can tell. */
  private int vote(List<Word> above, List<Word> next, int column) {
    boolean remark = !above.isEmpty() && !isNumber(above) && isBracketed(next);
    if (above.isEmpty() || isNumber(next) && !remark) {
      return -1;
    }
    Word first = next.getFirst();
    float end = above.getLast().rect().right();
    float room = rights[column] - end - BLANK * first.size();
    if (room > first.rect().width()) {
      return -1;
    }
    float width = rights[column] - lefts[column];
    boolean wide = width > NARROW * first.size() && end - lefts[column] > FULL * width;
    return wide ? 1 : 0;
  }

  private List<Word> words(Strip strip, int column) {
    List<Word> words = new ArrayList<>();
    for (Word word : strip.words()) {
      if (RowMaker.column(streams, word.rect().centreX()) == column) {
        words.add(word);
      }
    }
    return words;
  }

  /** A year or unit in brackets, which under a text is no number of its own. */
  private static boolean isBracketed(List<Word> words) {
    return words.getFirst().text().startsWith("(") && words.getLast().text().endsWith(")");
  }

  private static boolean isNumber(List<Word> words) {
    return words.stream().allMatch(w -> w.text().codePoints().noneMatch(Character::isLetter));
  }
}
