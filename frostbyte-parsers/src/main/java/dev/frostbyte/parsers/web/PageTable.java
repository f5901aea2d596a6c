package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table being read: finds the place of every cell beside the cells that reach down. One thread.
 */
final class PageTable {
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_SPAN = 1_000;

  private record Place(int row, int column, int rowSpan, int columnSpan, StringBuilder text) {}

  private final List<Place> places = new ArrayList<>();
  private final StringBuilder caption = new StringBuilder();
  private final List<Integer> freeFrom = new ArrayList<>();
  private @Nullable StringBuilder target;
  private int row = -1;
  private int column;
  private int columns;
  private int headerRows;
  private boolean headed = true;

  /** Begins a row. */
  void beginRow(boolean inHead) {
    endRow();
    row++;
    column = 0;
    headed = headed && headerRows == row;
    if (headed && inHead) {
      headerRows = row + 1;
    }
  }

  /** Begins a cell of the row; one too many is left out. */
  void beginCell(Element cell) {
    if (row < 0) {
      beginRow(false);
    }
    while (column < freeFrom.size() && freeFrom.get(column) > row) {
      column++;
    }
    int wide = Math.min(span(cell, "colspan"), MOST_COLUMNS - column);
    if (wide <= 0) {
      target = new StringBuilder();
      return;
    }
    int high = span(cell, "rowspan");
    Place place = new Place(row, column, high, wide, new StringBuilder());
    places.add(place);
    target = place.text();
    occupy(place);
  }

  /** Begins the caption. */
  void beginCaption() {
    target = caption;
  }

  /** Ends a cell or the caption. */
  void endText() {
    target = null;
  }

  /** Marks the row as a heading when all its cells were. */
  void markHeading() {
    if (headed && headerRows == row) {
      headerRows = row + 1;
    }
  }

  /** Adds words to the cell or caption. */
  void add(String words) {
    if (target != null && !words.isBlank()) {
      target.append(target.isEmpty() ? "" : "\n").append(words);
    }
  }

  /** The block; empty when the table has no cell. */
  Optional<Block.Table> block() {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<Block.Cell> cells = places.stream().map(this::cell).toList();
    return Optional.of(
        new Block.Table(
            columns,
            Math.min(headerRows, row + 1),
            cells,
            UntrustedText.of(caption.toString()),
            List.of()));
  }

  private Block.Cell cell(Place place) {
    int high = Math.min(place.rowSpan(), row + 1 - place.row());
    return new Block.Cell(
        place.row(),
        place.column(),
        high,
        place.columnSpan(),
        UntrustedText.of(place.text().toString()));
  }

  /** Where a cell that reaches down meets one that reaches across, the later gives way. */
  private void occupy(Place place) {
    int end = place.column() + place.columnSpan();
    while (freeFrom.size() < end) {
      freeFrom.add(0);
    }
    for (int at = place.column(); at < end; at++) {
      freeFrom.set(at, Math.max(freeFrom.get(at), place.row() + place.rowSpan()));
    }
    column = end;
    columns = Math.max(columns, end);
  }

  private void endRow() {
    target = null;
  }

  private static int span(Element cell, String name) {
    String said = cell.attr(name).strip();
    int span = said.matches("\\d{1,6}") ? Integer.parseInt(said) : 1;
    return span == 0 && name.equals("rowspan") ? MOST_SPAN : Math.clamp(span, 1, MOST_SPAN);
  }
}
