package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures of a draft that tell tables from text that merely lines up. Immutable.
 *
 * @param rows how many
 * @param columns how many
 * @param multiple share of rows with text in two columns or more
 * @param filled share of cells with text
 * @param letters median letters of cells with text
 * @param markers share of rows whose first text is a list marker
 * @param trailing share of the columns that the widest cell of the last row spans
 */
record TableShape(
    int rows,
    int columns,
    float multiple,
    float filled,
    int letters,
    float markers,
    float trailing) {
  static TableShape of(TableDraft draft) {
    int[] perRow = new int[draft.rows()];
    int markers = 0;
    int trailing = 0;
    List<Integer> letters = new ArrayList<>();
    for (TableDraft.Cell cell : draft.cells()) {
      if (!cell.text().isBlank()) {
        markers += perRow[cell.row()] == 0 && isMarked(cell.text().strip()) ? 1 : 0;
        perRow[cell.row()]++;
        letters.add(cell.text().length());
        boolean last = cell.row() == perRow.length - 1;
        trailing = last ? Math.max(trailing, cell.columnSpan()) : trailing;
      }
    }
    letters.sort(null);
    float rows = Math.max(1, perRow.length);
    return new TableShape(
        perRow.length,
        draft.columns(),
        Arrays.stream(perRow).filter(count -> count > 1).count() / rows,
        letters.size() / (rows * draft.columns()),
        letters.isEmpty() ? 0 : letters.get(letters.size() / 2),
        markers / rows,
        trailing / (float) Math.max(1, draft.columns()));
  }

  /**
   * With lines painted above and below, little more is asked; with others between, nearly nothing.
   *
   * @param inner how many lines lie between the first and the last
   */
  boolean isRuledTable(int inner) {
    boolean dense = inner > 0 ? multiple >= 0.15f && filled >= 0.3f : multiple >= 0.5f;
    return rows >= 2 && columns >= 2 && dense && filled >= 0.3f && markers < 0.6f;
  }

  /** Without lines, rows must be many or columns be many, and texts short. */
  boolean isPlainTable() {
    boolean large = rows >= 3 && columns >= 2 || rows >= 2 && columns >= 3;
    boolean brief = letters <= (columns == 2 ? 40 : 60);
    return large && brief && multiple >= 0.6f && filled >= 0.5f && markers < 0.5f && !endsWide();
  }

  /** Cells over several columns head a table or part it; after the last row comes other text. */
  private boolean endsWide() {
    return columns > 2 && trailing > 0.5f;
  }

  private static boolean isMarked(String text) {
    int blank = text.indexOf(' ');
    return Markers.isMarker(text) || blank > 0 && Markers.isBullet(text.substring(0, blank));
  }
}
