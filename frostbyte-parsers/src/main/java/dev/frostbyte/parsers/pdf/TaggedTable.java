package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Makes a table of the rows and cells of the structure tree. */
final class TaggedTable {
  private static final int MAX_SPAN = 100;

  /** Cells of a row and attributes of a cell that are read. */
  private static final int MAX_CELLS = 150;

  private TaggedTable() {}

  static TableDraft draft(PageText page, Tag table, List<Word> words, Rect rect) {
    TreeMap<Integer, Map<Tag, List<Word>>> rows = new TreeMap<>();
    for (Word word : words) {
      Tag tag = page.tags().getOrDefault(word.mark(), table);
      Tag cell = tag.nearest("TD", "TH");
      Tag row = tag.nearest("TR");
      if (cell != null && row != null) {
        rows.computeIfAbsent(row.order(), key -> new LinkedHashMap<>())
            .computeIfAbsent(cell, key -> new ArrayList<>())
            .add(word);
      }
    }
    List<TableDraft.Cell> cells = new ArrayList<>();
    int number = 0;
    int header = 0;
    int columns = 1;
    for (Map<Tag, List<Word>> row : rows.values()) {
      boolean heads = row.keySet().stream().allMatch(cell -> cell.role().equals("TH"));
      header = heads && header == number ? header + 1 : header;
      columns = Math.max(columns, addRow(cells, row, number++));
    }
    return new TableDraft(rect, columns, header == number ? 0 : header, cells);
  }

  /** Places the cells of a row where cells of rows above leave room. */
  private static int addRow(List<TableDraft.Cell> cells, Map<Tag, List<Word>> row, int number) {
    Tag parent = row.keySet().iterator().next().nearest("TR");
    COSBase kids = parent == null ? null : parent.dictionary().getDictionaryObject(COSName.K);
    int column = 0;
    for (COSDictionary kid : dictionaries(kids)) {
      while (isTaken(cells, number, column)) {
        column++;
      }
      int across = span(kid, "ColSpan");
      Tag tag = new Tag("TD", 0, kid, null);
      String text = CellText.of(row.getOrDefault(tag, List.of()));
      cells.add(new TableDraft.Cell(number, column, span(kid, "RowSpan"), across, text));
      column += across;
    }
    return column;
  }

  private static boolean isTaken(List<TableDraft.Cell> cells, int row, int column) {
    return cells.stream()
        .anyMatch(
            cell ->
                cell.row() < row
                    && cell.row() + cell.rowSpan() > row
                    && cell.column() <= column
                    && cell.column() + cell.columnSpan() > column);
  }

  private static List<COSDictionary> dictionaries(@Nullable COSBase base) {
    List<COSDictionary> found = new ArrayList<>();
    if (base instanceof COSDictionary one) {
      found.add(one);
    }
    if (base instanceof COSArray array) {
      for (int i = 0; i < Math.min(MAX_CELLS, array.size()); i++) {
        if (array.getObject(i) instanceof COSDictionary dictionary) {
          found.add(dictionary);
        }
      }
    }
    return found;
  }

  private static int span(COSDictionary cell, String name) {
    int span = 1;
    for (COSDictionary attributes : dictionaries(cell.getDictionaryObject(COSName.A))) {
      span = Math.max(span, attributes.getInt(COSName.getPDFName(name), 1));
    }
    return Math.min(MAX_SPAN, span);
  }
}
