package dev.frostbyte.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Pages filled from top to bottom. Places are in points from the left and from the bottom. Whatever
 * fails to be written is an {@link UncheckedIOException}. One thread.
 */
final class PdfPages {
  static final float LEFT = 48;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  static final float TOP = PDRectangle.A4.getHeight() - 52;
  static final float BOTTOM = 56;

  private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

  private final PDDocument document;
  private final PdfFont font;
  private final PdfTags tags;
  private final List<PDPage> pages = new ArrayList<>();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private PDPageContentStream content;
  private float y = TOP;

  PdfPages(PDDocument document, PdfFont font, PdfTags tags) throws IOException {
    this.document = document;
    this.font = font;
    this.tags = tags;
    document.getDocumentCatalog().setDocumentOutline(outline);
    this.content = begin();
  }

  PdfTags tags() {
    return tags;
  }

  /** Where the next thing is drawn. */
  float y() {
    return y;
  }

  void down(float points) {
    y -= points;
  }

  /** Whether so much fits on this page. */
  boolean fits(float height) {
    return y - height >= BOTTOM;
  }

  /** Goes on to the next page where so much does not fit on this one. */
  void room(float height) {
    if (!fits(height) && y < TOP) {
      turn();
    }
  }

  void turn() {
    write(content::close);
    write(() -> content = begin());
    y = TOP;
  }

  /** A bookmark to what is drawn next. */
  void bookmark(String title) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(pages.getLast());
    place.setTop((int) y);
    item.setDestination(place);
    outline.addLast(item);
  }

  /** A paragraph over the whole width. */
  void text(String type, PdfStyle style, String text) {
    text(tags.element(type), style, text, LEFT, WIDTH);
  }

  void text(PDStructureElement element, PdfStyle style, String text, float left, float width) {
    y -= y < TOP ? style.before() : 0;
    for (String line : font.lines(font.drawable(text), style, width)) {
      room(style.leading());
      line(element, style, line, left, y - style.size());
      y -= style.leading();
    }
  }

  /** One line of drawable text at a place of this page. */
  void line(PDStructureElement element, PdfStyle style, String line, float x, float base) {
    if (line.isEmpty()) {
      return;
    }
    int piece = tags.piece(pages.getLast(), element);
    write(
        () -> {
          content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), piece);
          show(content, style, line, x, base);
          content.endMarkedContent();
        });
  }

  /** Something that is drawn and means nothing to a screen reader. */
  void decorate(Drawing drawing) {
    write(
        () -> {
          content.beginMarkedContent(ARTIFACT);
          content.saveGraphicsState();
          drawing.draw(content);
          content.restoreGraphicsState();
          content.endMarkedContent();
        });
  }

  /** Drawable text as decoration, such as the head of a table that goes on. */
  void again(PdfStyle style, String line, float x, float base) {
    decorate(stream -> show(stream, style, line, x, base));
  }

  /** Closes the last page, then writes below each what it is of, and its number. */
  void end(String subject) {
    write(content::close);
    for (int number = 1; number <= pages.size(); number++) {
      foot(pages.get(number - 1), subject, "Page " + number + " of " + pages.size());
    }
  }

  private void foot(PDPage page, String subject, String number) {
    write(
        () -> {
          try (PDPageContentStream stream =
              new PDPageContentStream(
                  document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            stream.beginMarkedContent(ARTIFACT);
            float right = LEFT + WIDTH - font.width(number, PdfStyle.SMALL);
            float most = right - LEFT - 12;
            String shown = font.lines(font.drawable(subject), PdfStyle.SMALL, most).getFirst();
            show(stream, PdfStyle.SMALL, shown, LEFT, 32);
            show(stream, PdfStyle.SMALL, number, right, 32);
            stream.endMarkedContent();
          }
        });
  }

  private PDPageContentStream begin() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    return new PDPageContentStream(document, page);
  }

  private void show(PDPageContentStream stream, PdfStyle style, String line, float x, float base)
      throws IOException {
    stream.beginText();
    stream.setFont(font.font(), style.size());
    stream.setNonStrokingColor(style.grey());
    stream.setStrokingColor(style.grey());
    stream.setLineWidth(style.size() * 0.03f);
    stream.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    stream.newLineAtOffset(x, base);
    stream.showText(PdfFont.ordered(line));
    stream.endText();
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written as PDF", e);
    }
  }

  /** Draws on a page. */
  @FunctionalInterface
  interface Drawing {
    void draw(PDPageContentStream content) throws IOException;
  }

  /** Writes to a page. */
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }
}
