package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** Reads a table of an old Word document; columns are told from where cells begin and end. */
final class DocTable {
  /** Twips; edges closer than this are one. */
  private static final int SAME_EDGE = 72;

  private DocTable() {}

  static void emit(Table table, Output out) throws IOException {
    List<DocText> texts = new ArrayList<>();
    TableGrid grid = new TableGrid();
    out.gathering(() -> rows(table, grid, texts, out), () -> rest(grid, texts, out));
  }

  private static void rows(Table table, TableGrid grid, List<DocText> texts, Output out)
      throws IOException {
    NavigableMap<Integer, Integer> columns = columns(table);
    boolean top = true;
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      top &= row.isTableHeader();
      grid.row(top);
      row(row, columns, grid, texts, out);
    }
  }

  private static void rest(TableGrid grid, List<DocText> texts, Output out) throws IOException {
    grid.emit(out);
    for (DocText text : texts) {
      text.emitRest(out);
    }
  }

  private static void row(
      TableRow row,
      NavigableMap<Integer, Integer> columns,
      TableGrid grid,
      List<DocText> texts,
      Output out)
      throws IOException {
    for (int i = 0; i < row.numCells(); i++) {
      TableCell cell = row.getCell(i);
      int from = columns.getOrDefault(cell.getLeftEdge(), i);
      int to = columns.getOrDefault(cell.getLeftEdge() + cell.getWidth(), from + 1);
      int width = Math.max(1, to - from);
      boolean below = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
      if (!(below && grid.extend(width))) {
        String text = out.counted(text(cell, texts));
        grid.cell(width, 1, () -> text);
      }
    }
  }

  private static String text(TableCell cell, List<DocText> texts) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cell.numParagraphs(); i++) {
      DocText text = new DocText();
      text.add(cell.getParagraph(i));
      texts.add(text);
      String line = text.visible().strip().replace('\t', ' ');
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private static NavigableMap<Integer, Integer> columns(Table table) {
    TreeSet<Integer> edges = new TreeSet<>();
    for (int i = 0; i < table.numRows(); i++) {
      for (int j = 0; j < table.getRow(i).numCells(); j++) {
        TableCell cell = table.getRow(i).getCell(j);
        edges.add(cell.getLeftEdge());
        edges.add(cell.getLeftEdge() + cell.getWidth());
      }
    }
    return RtfTable.numbered(edges, SAME_EDGE);
  }
}
