package dev.frostbyte.core.report;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Draws bars: label, bar, number in words; marked ones are hatched. One thread. */
final class PdfChart {
  private static final float ROW = 15;
  private static final float LABELS = 150;
  private static final float LENGTH = 240;
  private static final float HATCH = 4;

  private final Block.Chart chart;
  private final PdfPages pages;
  private final PdfFont font;

  PdfChart(Block.Chart chart, PdfPages pages, PdfFont font) {
    this.chart = chart;
    this.pages = pages;
    this.font = font;
  }

  void draw() {
    pages.room(chart.bars().size() * ROW + 26);
    pages.text("Caption", PdfStyle.SMALL, chart.caption());
    pages.down(3);
    PDStructureElement figure = pages.tags().element("Figure");
    figure.setAlternateDescription(chart.caption() + ": " + words());
    for (Block.Bar bar : chart.bars()) {
      pages.room(ROW);
      bar(figure, bar);
      pages.down(ROW);
    }
    pages.down(5);
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (Block.Bar bar : chart.bars()) {
      words.append(words.isEmpty() ? "" : "; ").append(bar.label().plain());
      words.append(' ').append(bar.value());
    }
    return words.toString();
  }

  private void bar(PDStructureElement figure, Block.Bar bar) {
    float base = pages.y() - 10;
    float left = PdfPages.LEFT + LABELS;
    float width = (float) ((double) bar.length() / chart.longest() * LENGTH);
    String label = cut(font.drawable(bar.label().plain()));
    float start = left - 6 - font.width(label, PdfStyle.CELL);
    pages.line(figure, PdfStyle.CELL, label, start, base);
    pages.decorate(content -> box(content, left, base - 2.5f, width, bar.marked()));
    pages.line(figure, PdfStyle.CELL, font.drawable(bar.value()), left + width + 5, base);
  }

  private static void box(PDPageContentStream content, float x, float y, float width, boolean hatch)
      throws IOException {
    if (width <= 0) {
      return;
    }
    content.setNonStrokingColor(0.35f);
    content.setStrokingColor(0.2f);
    content.setLineWidth(0.7f);
    content.addRect(x, y, width, ROW - 4);
    if (!hatch) {
      content.fill();
      return;
    }
    content.stroke();
    content.addRect(x, y, width, ROW - 4);
    content.clip();
    for (float at = -ROW; at < width; at += HATCH) {
      content.moveTo(x + at, y);
      content.lineTo(x + at + ROW, y + ROW);
      content.stroke();
    }
  }

  /** Long names are cut here; the tables have all of them. */
  private String cut(String label) {
    float most = LABELS - 10;
    if (font.width(label, PdfStyle.CELL) <= most) {
      return label;
    }
    return font.lines(label, PdfStyle.CELL, most - 8).getFirst() + "\u2026";
  }
}
