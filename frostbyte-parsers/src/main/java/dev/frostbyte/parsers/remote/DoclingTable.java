package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table of a Docling document.
 *
 * @param grid its cells
 * @param headerRows rows from the top of which every cell heads a column
 * @param lost cells that lie outside the table or over another
 */
record DoclingTable(Grid grid, int headerRows, int lost) {
  static DoclingTable of(JsonNode data) {
    Grid grid = new Grid(Fields.whole(data, "num_rows", 0), Fields.whole(data, "num_cols", 0));
    SortedMap<Integer, Boolean> headers = new TreeMap<>();
    int lost = 0;
    for (JsonNode cell : Fields.list(data.path("table_cells"))) {
      int row = Fields.whole(cell, "start_row_offset_idx", -1);
      if (place(grid, row, cell)) {
        headers.merge(row, Fields.flag(cell, "column_header"), Boolean::logicalAnd);
      } else {
        lost++;
      }
    }
    return new DoclingTable(grid, headerRows(headers), lost);
  }

  Block block(String caption, List<Region> regions) {
    return grid.table(headerRows, caption, regions);
  }

  /** Where cells begin and end counts, not the spans beside them. */
  private static boolean place(Grid grid, int row, JsonNode cell) {
    int column = Fields.whole(cell, "start_col_offset_idx", -1);
    long rowSpan = (long) Fields.whole(cell, "end_row_offset_idx", -1) - row;
    long columnSpan = (long) Fields.whole(cell, "end_col_offset_idx", -1) - column;
    return grid.place(row, column, span(rowSpan), span(columnSpan), Fields.text(cell, "text"));
  }

  private static int span(long span) {
    return Math.clamp(span, 0, Integer.MAX_VALUE);
  }

  private static int headerRows(SortedMap<Integer, Boolean> headers) {
    int rows = 0;
    while (headers.getOrDefault(rows, false)) {
      rows++;
    }
    return rows;
  }
}
