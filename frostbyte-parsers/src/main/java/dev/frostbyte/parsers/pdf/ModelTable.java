package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.TableGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the words of a table into the cells that a model sees; every word into one. Stateless. */
final class ModelTable {
  private ModelTable() {}

  /**
   * The table with these words.
   *
   * @throws ModelAnswer.BadAnswerException when the grid does not stand where the table does
   */
  static TableDraft draft(TableGrid grid, Rect table, List<Word> words)
      throws ModelAnswer.BadAnswerException {
    ModelAnswer.require(grid, table);
    List<TableGrid.Cell> cells = new ArrayList<>(grid.cells());
    cells.sort(
        Comparator.comparingInt(TableGrid.Cell::row).thenComparingInt(TableGrid.Cell::column));
    List<List<Word>> inside = new ArrayList<>();
    cells.forEach(cell -> inside.add(new ArrayList<>()));
    words.forEach(word -> inside.get(home(cells, word.rect())).add(word));
    List<TableDraft.Cell> drafts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      drafts.add(draft(cells.get(i), inside.get(i)));
    }
    return new TableDraft(table, grid.columns(), grid.headerRows(), drafts);
  }

  private static TableDraft.Cell draft(TableGrid.Cell cell, List<Word> words) {
    return new TableDraft.Cell(
        cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), CellText.of(words));
  }

  /** The cell that holds the middle of a word, else the nearest; the first of equals. */
  private static int home(List<TableGrid.Cell> cells, Rect word) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < cells.size(); i++) {
      double away = away(ModelAnswer.rect(cells.get(i).box()), word);
      if (away < least) {
        least = away;
        best = i;
      }
    }
    return best;
  }

  /** Squared way from the middle of a word to a cell; 0 inside. */
  private static double away(Rect cell, Rect word) {
    double across =
        Math.max(0, Math.max(cell.left() - word.centreX(), word.centreX() - cell.right()));
    double down =
        Math.max(0, Math.max(cell.top() - word.centreY(), word.centreY() - cell.bottom()));
    return across * across + down * down;
  }
}
