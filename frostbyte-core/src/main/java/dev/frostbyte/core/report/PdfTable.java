package dev.frostbyte.core.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/**
 * Draws a table: its head again on every page, rows kept whole where a page can hold them. One
 * thread.
 */
final class PdfTable {
  private static final float PAD = 3.2f;
  private static final PdfStyle STYLE = PdfStyle.CELL;
  private static final PdfStyle HEAD = PdfStyle.HEAD;

  private final Block.Table table;
  private final PdfPages pages;
  private final PdfFont font;
  private final float[] widths;
  private final PDStructureElement element;
  private boolean headed;

  PdfTable(Block.Table table, PdfPages pages, PdfFont font) {
    this.table = table;
    this.pages = pages;
    this.font = font;
    this.widths = new PdfColumns(table, font).widths(PdfPages.WIDTH, PAD);
    this.element = pages.tags().element("Table");
  }

  void draw() {
    pages.down(5);
    pages.room(60);
    head();
    for (int row = 0; row < table.rows().size(); row++) {
      row(table.rows().get(row), table.total(row));
    }
    pages.down(6);
  }

  private void head() {
    PDStructureElement tag = headed ? element : pages.tags().element("TR", element);
    List<List<String>> cells = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      cells.add(font.lines(font.drawable(table.column(column)), HEAD, inner(column)));
    }
    float height = height(cells, HEAD);
    band(height);
    for (int column = 0; column < widths.length; column++) {
      if (headed) {
        repeat(cells.get(column), column);
      } else {
        cell(pages.tags().element("TH", tag), cells.get(column), column, HEAD);
      }
    }
    headed = true;
    pages.down(height);
  }

  private void band(float height) {
    float top = pages.y();
    pages.decorate(
        content -> {
          content.setNonStrokingColor(0.92f);
          content.addRect(PdfPages.LEFT, top - height, PdfPages.WIDTH, height);
          content.fill();
        });
  }

  private void repeat(List<String> lines, int column) {
    for (int line = 0; line < lines.size(); line++) {
      String text = lines.get(line);
      pages.again(HEAD, text, x(column, text, HEAD), base(line, HEAD));
    }
  }

  private void row(List<Cell> cells, boolean total) {
    List<List<String>> rest = new ArrayList<>();
    List<PDStructureElement> tags = new ArrayList<>();
    PDStructureElement tag = pages.tags().element("TR", element);
    for (int column = 0; column < cells.size(); column++) {
      Cell cell = cells.get(column);
      rest.add(font.lines(font.drawable(cell.plain()), style(cell, total), inner(column)));
      tags.add(pages.tags().element(cell instanceof Cell.Name ? "TH" : "TD", tag));
    }
    if (!pages.fits(height(rest, STYLE)) && height(rest, STYLE) < PdfPages.TOP - 150) {
      next();
    }
    while (longest(rest) > 0) {
      piece(cells, rest, tags, total);
    }
  }

  /** As much of a row as this page holds. */
  private void piece(
      List<Cell> cells, List<List<String>> rest, List<PDStructureElement> tags, boolean total) {
    int room = (int) ((pages.y() - PdfPages.BOTTOM - 2 * PAD) / STYLE.leading());
    if (room < 1) {
      next();
      return;
    }
    List<List<String>> now = new ArrayList<>();
    for (int column = 0; column < rest.size(); column++) {
      List<String> lines = rest.get(column);
      int taken = Math.min(room, lines.size());
      now.add(lines.subList(0, taken));
      rest.set(column, lines.subList(taken, lines.size()));
      cell(tags.get(column), now.get(column), column, style(cells.get(column), total));
    }
    pages.down(height(now, STYLE));
    rule(total ? 1 : 0.4f);
  }

  private void next() {
    pages.turn();
    head();
  }

  private void rule(float width) {
    float y = pages.y();
    pages.decorate(
        content -> {
          content.setStrokingColor(0.65f);
          content.setLineWidth(width);
          content.moveTo(PdfPages.LEFT, y);
          content.lineTo(PdfPages.LEFT + PdfPages.WIDTH, y);
          content.stroke();
        });
  }

  private void cell(PDStructureElement tag, List<String> lines, int column, PdfStyle style) {
    for (int line = 0; line < lines.size(); line++) {
      String text = lines.get(line);
      pages.line(tag, style, text, x(column, text, style), base(line, style));
    }
  }

  /** Where a line of a cell begins: numbers stand at the right. */
  private float x(int column, String text, PdfStyle style) {
    float left = PdfPages.LEFT + PAD;
    for (int before = 0; before < column; before++) {
      left += widths[before];
    }
    return table.numeric(column) ? left + inner(column) - font.width(text, style) : left;
  }

  private float base(int line, PdfStyle style) {
    return pages.y() - PAD - style.size() - line * style.leading();
  }

  private float inner(int column) {
    return widths[column] - 2 * PAD;
  }

  private static PdfStyle style(Cell cell, boolean total) {
    boolean alarming =
        cell instanceof Cell.Badge badge
            && !badge.outcome().equals("stored")
            && !badge.outcome().equals("unchanged");
    return STYLE.heavy(total || alarming);
  }

  private static int longest(List<List<String>> cells) {
    return cells.stream().mapToInt(List::size).max().orElse(0);
  }

  private static float height(List<List<String>> cells, PdfStyle style) {
    return longest(cells) * style.leading() + 2 * PAD;
  }
}
