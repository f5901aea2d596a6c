package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Splits ruled rows that hold several rows of text, as in tables with lines between columns only.
 */
final class RowSplitter {
  /** Lines a row must have in every filled cell to be several rows. */
  private static final int FEWEST = 3;

  /** Width of a blank in font sizes. */
  private static final float BLANK = 0.25f;

  private RowSplitter() {}

  static List<GridCell> split(List<GridCell> cells, int rows) {
    TreeMap<Integer, List<GridCell>> byRow = new TreeMap<>();
    cells.forEach(cell -> byRow.computeIfAbsent(cell.row(), key -> new ArrayList<>()).add(cell));
    TreeMap<Integer, List<Float>> lines = new TreeMap<>();
    byRow.forEach((row, members) -> lines.put(row, lines(members)));
    if (lines.values().stream().allMatch(List::isEmpty)) {
      return cells;
    }
    return spread(cells, lines, rows);
  }

  /** Baselines of the rows of text in a ruled row, empty when it is one row. */
  private static List<Float> lines(List<GridCell> row) {
    List<Float> baselines = new ArrayList<>();
    int filled = 0;
    boolean broken = false;
    for (GridCell cell : row) {
      if (!cell.isPlain()) {
        return List.of();
      }
      if (!cell.words().isEmpty()) {
        List<Float> own =
            CellText.lines(cell.words()).stream().map(line -> line.getFirst().baseline()).toList();
        baselines = baselines.isEmpty() ? new ArrayList<>(own) : baselines;
        if (own.size() < FEWEST || !sameHeights(own, baselines)) {
          return List.of();
        }
        broken |= isBroken(CellText.lines(cell.words()));
        filled++;
      }
    }
    return filled < 2 || !broken ? List.of() : baselines;
  }

  /** Whether lines end where the author ended them, not only where the next word did not fit. */
  private static boolean isBroken(List<List<Word>> lines) {
    float end = Rect.around(lines, line -> Rect.around(line, Word::rect)).right();
    int broken = 0;
    for (int i = 1; i < lines.size(); i++) {
      Word next = lines.get(i).getFirst();
      float room = end - Rect.around(lines.get(i - 1), Word::rect).right();
      broken += isNumber(next) || next.rect().width() + BLANK * next.size() < room ? 1 : 0;
    }
    return broken * 2 >= lines.size() - 1;
  }

  private static boolean isNumber(Word word) {
    return word.text().codePoints().noneMatch(Character::isLetter);
  }

  private static boolean sameHeights(List<Float> one, List<Float> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (Math.abs(one.get(i) - other.get(i)) > 2) {
        return false;
      }
    }
    return true;
  }

  private static List<GridCell> spread(
      List<GridCell> cells, TreeMap<Integer, List<Float>> lines, int rows) {
    int[] start = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      start[row + 1] = start[row] + Math.max(1, lines.getOrDefault(row, List.of()).size());
    }
    List<GridCell> spread = new ArrayList<>();
    for (GridCell cell : cells) {
      int row = cell.row();
      List<Float> own = lines.getOrDefault(row, List.of());
      if (own.isEmpty()) {
        spread.add(cell.at(start[row], start[row + cell.span().rowSpan()] - start[row]));
      } else {
        addLines(spread, cell, start[row], own);
      }
    }
    return spread;
  }

  private static void addLines(
      List<GridCell> spread, GridCell cell, int start, List<Float> baselines) {
    for (int i = 0; i < baselines.size(); i++) {
      float baseline = baselines.get(i);
      List<Word> words =
          cell.words().stream()
              .filter(word -> Math.abs(word.baseline() - baseline) < 0.45f * word.size())
              .toList();
      spread.add(new GridCell(cell.span(), words).at(start + i, 1));
    }
  }
}
