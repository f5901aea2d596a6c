package dev.frostbyte.core.report;

import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Lays out the blocks of a report, one under the other. One thread. */
final class PdfBlocks {
  private static final float NAMES = 150;
  private static final float SIGNING = 34;

  private final PdfPages pages;
  private final PdfFont font;

  PdfBlocks(PdfPages pages, PdfFont font) {
    this.pages = pages;
    this.font = font;
  }

  /** A heading stays with what follows it. */
  void part(Sheet.Part part) {
    if (!part.title().isEmpty()) {
      pages.room(90);
      pages.bookmark(part.title());
      pages.text("H2", PdfStyle.HEADING, part.title());
    }
    part.blocks().forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.Verbatim verbatim -> verbatim(verbatim.text());
      case Block.Terms terms -> terms(terms);
      case Block.Table table -> new PdfTable(table, pages, font).draw();
      case Block.Chart chart -> new PdfChart(chart, pages, font).draw();
      case Block.Signing signing -> signing(signing.roles());
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    switch (paragraph.tone()) {
      case "lead" -> pages.text("P", PdfStyle.LEAD, paragraph.text());
      case "good", "wait" -> barred(paragraph.text());
      default -> pages.text("P", PdfStyle.BODY, paragraph.text());
    }
    pages.down(3);
  }

  /** With a bar at its left, as something to be noticed. */
  private void barred(String text) {
    PdfStyle style = PdfStyle.BODY;
    float height =
        font.lines(font.drawable(text), style, PdfPages.WIDTH - 12).size() * style.leading();
    pages.room(height + style.before());
    float top = pages.y() - style.before();
    pages.decorate(
        content -> {
          content.setNonStrokingColor(0.2f);
          content.addRect(PdfPages.LEFT, top - height, 3, height);
          content.fill();
        });
    pages.text(pages.tags().element("P"), style, text, PdfPages.LEFT + 12, PdfPages.WIDTH - 12);
  }

  private void verbatim(String text) {
    PDStructureElement element = pages.tags().element("P");
    pages.room(text.lines().count() * 11 + 3);
    pages.down(3);
    text.lines()
        .forEach(
            line ->
                pages.text(
                    element,
                    new PdfStyle(7.5f, false, 0, 1),
                    line,
                    PdfPages.LEFT + 12,
                    PdfPages.WIDTH - 12));
  }

  private void terms(Block.Terms terms) {
    PDStructureElement list = pages.tags().element("L");
    pages.down(3);
    for (Block.Term term : terms.terms()) {
      PDStructureElement item = pages.tags().element("LI", list);
      String meaning = font.drawable(term.meaning().plain());
      List<String> lines = font.lines(meaning, PdfStyle.BODY, PdfPages.WIDTH - NAMES);
      List<String> names = font.lines(font.drawable(term.name()), PdfStyle.SMALL, NAMES - 10);
      pages.room(Math.min(Math.max(lines.size(), names.size()), 4) * PdfStyle.BODY.leading() + 2);
      float top = pages.y();
      PDStructureElement label = pages.tags().element("Lbl", item);
      for (int line = 0; line < names.size(); line++) {
        float base = top - PdfStyle.BODY.size() - line * PdfStyle.BODY.leading();
        pages.line(label, PdfStyle.SMALL, names.get(line), PdfPages.LEFT, base);
      }
      body(pages.tags().element("LBody", item), lines);
      int more = names.size() - lines.size();
      pages.down(2 + (more > 0 ? more * PdfStyle.BODY.leading() : 0));
    }
  }

  private void body(PDStructureElement element, List<String> lines) {
    for (String line : lines) {
      pages.room(PdfStyle.BODY.leading());
      float base = pages.y() - PdfStyle.BODY.size();
      pages.line(element, PdfStyle.BODY, line, PdfPages.LEFT + NAMES, base);
      pages.down(PdfStyle.BODY.leading());
    }
  }

  private void signing(List<String> roles) {
    for (String role : roles) {
      pages.room(SIGNING);
      pages.down(SIGNING);
      float base = pages.y();
      PDStructureElement element = pages.tags().element("P");
      pages.line(element, PdfStyle.BODY, font.drawable(role), PdfPages.LEFT, base + 3);
      field(element, "Name", PdfPages.LEFT + 90, 150, base);
      field(element, "Date", PdfPages.LEFT + 252, 80, base);
      field(element, "Signature", PdfPages.LEFT + 344, PdfPages.WIDTH - 344, base);
    }
    pages.down(12);
  }

  /** A line to write on, named below it. */
  private void field(PDStructureElement element, String name, float x, float width, float base) {
    pages.decorate(
        content -> {
          content.setStrokingColor(0.3f);
          content.setLineWidth(0.6f);
          content.moveTo(x, base);
          content.lineTo(x + width, base);
          content.stroke();
        });
    pages.line(element, new PdfStyle(6.5f, false, 0.35f, 0), name, x, base - 8);
  }
}
