package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the lines that only go on inside cells too narrow for their text, in tables whose lines all
 * stand at one distance: below a row with a text in nearly every column comes a line with few, each
 * the rest of the cell above, and so it is below most rows. One thread.
 */
final class BrokenCells {
  private static final int FEWEST_COLUMNS = 3;

  /** Share of the columns that a row fills. */
  private static final float ROW = 0.8f;

  /** Share of the columns that its other lines fill at most. */
  private static final float REST = 0.5f;

  /** Rows that go on; fewer are not the way of a table. */
  private static final int FEWEST = 2;

  /** Gap to the line above at most, in font sizes. */
  private static final float NEAR = 0.7f;

  private static final float BLANK = 0.25f;

  private final List<Strip> strips;
  private final float[] streams;
  private final float[] rights;
  private final TreeSet<Integer> rests = new TreeSet<>();

  private BrokenCells(List<Strip> strips, float[] streams) {
    this.strips = strips;
    this.streams = streams;
    this.rights = Wraps.of(strips, streams).rights();
  }

  /**
   * Numbers of the lines that go on in the row above; none where that is not the way of the table.
   *
   * @param heads lines of the head, which say nothing
   */
  static TreeSet<Integer> of(List<Strip> strips, float[] streams, int heads) {
    BrokenCells cells = new BrokenCells(strips, streams);
    return streams.length + 1 >= FEWEST_COLUMNS && cells.isBroken(heads)
        ? cells.rests
        : new TreeSet<>();
  }

  private boolean isBroken(int heads) {
    int rows = 0;
    int broken = 0;
    int row = -1;
    for (int i = heads; i < strips.size(); i++) {
      if (filled(strips.get(i)) >= ROW * (streams.length + 1)) {
        rows++;
        row = i;
      } else if (row >= 0 && goesOn(row, i)) {
        broken += i == row + 1 ? 1 : 0;
        rests.add(i);
      } else {
        row = -1;
      }
    }
    return broken >= FEWEST && broken * 2 >= rows;
  }

  private int filled(Strip strip) {
    int filled = 0;
    for (int column = 0; column <= streams.length; column++) {
      filled += words(strip, column).isEmpty() ? 0 : 1;
    }
    return filled;
  }

  private boolean goesOn(int row, int at) {
    Strip line = strips.get(at);
    float gap = line.rect().top() - strips.get(at - 1).rect().bottom();
    boolean few = filled(line) <= REST * (streams.length + 1);
    if (!few || gap > NEAR * line.size()) {
      return false;
    }
    for (int column = 0; column <= streams.length; column++) {
      List<Word> next = words(line, column);
      if (!next.isEmpty() && !isRest(above(row, at, column), next, column)) {
        return false;
      }
    }
    return true;
  }

  private List<Word> above(int row, int at, int column) {
    List<Word> above = new ArrayList<>();
    strips.subList(row, at).forEach(strip -> above.addAll(words(strip, column)));
    return above;
  }

  /** Did not fit above and, where no bracket is open there, begins neither a name nor a number. */
  private boolean isRest(List<Word> above, List<Word> next, int column) {
    if (above.isEmpty()) {
      return false;
    }
    Word first = next.getFirst();
    float room = rights[column] - above.getLast().rect().right() - BLANK * first.size();
    if (room > first.rect().width()) {
      return false;
    }
    boolean name = Character.isUpperCase(first.text().codePointAt(0));
    return isOpen(above) || !name && above.stream().anyMatch(BrokenCells::hasLetter);
  }

  private static boolean isOpen(List<Word> words) {
    int open = 0;
    for (Word word : words) {
      open += (int) word.text().chars().filter(sign -> sign == '(').count();
      open -= (int) word.text().chars().filter(sign -> sign == ')').count();
    }
    return open > 0;
  }

  private static boolean hasLetter(Word word) {
    return word.text().codePoints().anyMatch(Character::isLetter);
  }

  private List<Word> words(Strip strip, int column) {
    return strip.words().stream()
        .filter(word -> RowMaker.column(streams, word.rect().centreX()) == column)
        .toList();
  }
}
