package dev.frostbyte.parsers.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines painted in a picture are the cells of its tables, whatever the words would suggest. */
class PaintedGridTest {
  private static final float[] COLUMNS = {60, 190, 300, 430};
  private static final float[] ROWS = {380, 350, 300, 270, 240};
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** Height of an upright sign of box drawing in that font, in sizes of type. */
  private static final float HIGH = 1.1f;

  private static final String GRID =
      "0,0 1x2 Both of these together|0,2 1x1 Alone|1,0 1x1 First line and a second|1,1 1x1 Ten"
          + "|1,2 1x1 Seven|2,0 1x1 Bolts|2,1 1x1 100|2,2 1x1 12.50|3,0 1x1 Nuts|3,1 1x1 200"
          + "|3,2 1x1 8.00";

  private static DocumentParser parser = new OcrParserProvider().open(StageConfig.none());

  @BeforeAll
  static void open() {
    parser = new OcrParserProvider().open(StageConfig.none());
  }

  @AfterAll
  static void close() throws IOException {
    parser.close();
  }

  @Test
  void readsAGridAsItIsPainted() {
    assertThat(table(drawn(PaintedGridTest::grid))).isEqualTo(GRID);
  }

  @Test
  void readsAGridThatLiesAskew() {
    assertThat(table(Picture.turned(drawn(PaintedGridTest::grid), 2))).isEqualTo(GRID);
    assertThat(table(Picture.turned(drawn(PaintedGridTest::grid), -2))).isEqualTo(GRID);
  }

  @Test
  void tellsWhereEveryLineLies() throws IOException {
    List<Slant> painted = painted(drawn(PaintedGridTest::grid));
    assertThat(painted).filteredOn(it -> it.width() > it.height()).hasSize(5);
    assertThat(painted).filteredOn(it -> it.width() < it.height()).hasSize(4);
    float pixel = 72f / 200;
    assertThat(painted)
        .anySatisfy(
            line -> {
              assertThat(line.left() * pixel).isBetween(59f, 61f);
              assertThat(line.right() * pixel).isBetween(429f, 431f);
              assertThat(line.centreY() * pixel).isBetween(440 - 351f, 440 - 349f);
            });
  }

  /** A table drawn with signs, as programs print them on terminals. */
  @Test
  void takesFramesOfBoxDrawingForPaintedLines() {
    BufferedImage image =
        drawn(
            (document, page) -> {
              boxes(document, page, "┌─────────┬─────────┐", 390);
              boxes(document, page, "│         │         │", 377);
              boxes(document, page, "├─────────┼─────────┤", 364);
              boxes(document, page, "│         │         │", 351);
              boxes(document, page, "│         │         │", 338);
              boxes(document, page, "└─────────┴─────────┘", 325);
              text(page, 76, 377, "Name");
              text(page, 176, 377, "Size");
              text(page, 76, 351, "Bolts");
              text(page, 76, 338, "of brass");
              text(page, 176, 351, "Ten");
            });
    assertThat(table(image))
        .isEqualTo("0,0 1x1 Name|0,1 1x1 Size|1,0 1x1 Bolts of brass|1,1 1x1 Ten");
  }

  @Test
  void seesNoLinesInText() throws IOException {
    assertThat(painted(drawn(PaintedGridTest::prose))).isEmpty();
    assertThat(painted(Picture.turned(drawn(PaintedGridTest::prose), 2))).isEmpty();
  }

  @Test
  void seesNoLinesInPicturesAndGrounds() throws IOException {
    assertThat(
            painted(
                drawn(
                    content -> {
                      prose(content);
                      content.addRect(60, 40, 300, 60);
                      content.fill();
                    })))
        .isEmpty();
  }

  @Test
  void losesNoWordByAFrame() {
    BufferedImage framed =
        drawn(
            content -> {
              prose(content);
              content.addRect(50, 190, 420, 220);
              content.stroke();
            });
    assertThat(letters(framed)).isEqualTo(letters(drawn(PaintedGridTest::prose)));
  }

  /** Without the spaces, which the model guesses. */
  private static String letters(BufferedImage image) {
    return Picture.seen(Picture.blocks(parser, Picture.PNG, Picture.png(image)))
        .replaceAll("[^\\S\n]", "");
  }

  /** Cells of the only table: row, column, spans and text. */
  private static String table(BufferedImage image) {
    List<Block.Table> tables =
        Picture.blocks(parser, Picture.PNG, Picture.png(image)).stream()
            .map(Block::bare)
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .toList();
    assertThat(tables).hasSize(1);
    return tables.getFirst().cells().stream()
        .map(
            cell ->
                String.format(
                    "%d,%d %dx%d %s",
                    cell.row(),
                    cell.column(),
                    cell.rowSpan(),
                    cell.columnSpan(),
                    cell.text().value()))
        .collect(Collectors.joining("|"));
  }

  private static List<Slant> painted(BufferedImage image) throws IOException {
    try (TextReader reader = TextReader.open()) {
      return reader.read(GreyImage.of(image)).painted();
    } catch (RefusedException e) {
      throw new IOException(e);
    }
  }

  private static void grid(PDPageContentStream page) throws IOException {
    text(page, 60, 410, "The prices of this year");
    for (float row : ROWS) {
      line(page, COLUMNS[0], row, COLUMNS[3], row);
    }
    line(page, COLUMNS[0], ROWS[0], COLUMNS[0], ROWS[4]);
    line(page, COLUMNS[1], ROWS[1], COLUMNS[1], ROWS[4]);
    line(page, COLUMNS[2], ROWS[0], COLUMNS[2], ROWS[4]);
    line(page, COLUMNS[3], ROWS[0], COLUMNS[3], ROWS[4]);
    text(page, 68, 360, "Both of these together");
    text(page, 308, 360, "Alone");
    text(page, 68, 332, "First line");
    text(page, 68, 310, "and a second");
    text(page, 198, 320, "Ten");
    text(page, 308, 320, "Seven");
    text(page, 68, 280, "Bolts");
    text(page, 198, 280, "100");
    text(page, 308, 280, "12.50");
    text(page, 68, 250, "Nuts");
    text(page, 198, 250, "200");
    text(page, 308, 250, "8.00");
  }

  private static void prose(PDPageContentStream page) throws IOException {
    text(page, 60, 380, "The seller sends the goods with the first ship that has room");
    text(page, 60, 364, "for them, and tells the buyer on the same day when it will");
    text(page, 60, 348, "arrive. Whoever opens a box at the harbour does so at his own");
    text(page, 60, 332, "risk -- and writes down what he found in it, with the name of");
    text(page, 60, 316, "the ship and the number of the box; if it is ILLEGIBLE, too.");
    text(page, 60, 284, "What he does not name in that time counts as delivered. For");
    text(page, 60, 268, "boxes that were opened before he came, the time is doubled,");
    text(page, 60, 252, "and the seller pays half of what is missing.");
  }

  private static void line(PDPageContentStream page, float x1, float y1, float x2, float y2)
      throws IOException {
    page.setLineWidth(0.8f);
    page.moveTo(x1, y1);
    page.lineTo(x2, y2);
    page.stroke();
  }

  private static void text(PDPageContentStream page, float x, float y, String text)
      throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(FontName.TIMES_ROMAN), 12);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  /** Every sign ten points wide, 13 high, as in a type of fixed width. */
  private static void boxes(PDDocument document, PDPageContentStream page, String row, float y)
      throws IOException {
    try (InputStream font = PDDocument.class.getResourceAsStream(FONT)) {
      PDType0Font signs = PDType0Font.load(document, font);
      for (int i = 0; i < row.length(); i++) {
        String sign = row.substring(i, i + 1);
        if (!sign.isBlank()) {
          float wide = signs.getStringWidth(sign) / 1_000;
          page.beginText();
          page.setFont(signs, 1);
          page.setTextMatrix(new Matrix(10 / wide, 0, 0, 13 / HIGH, 60 + 10 * i, y));
          page.showText(sign);
          page.endText();
        }
      }
    }
  }

  private static BufferedImage drawn(Drawing drawing) {
    return drawn((document, page) -> drawing.on(page));
  }

  /** At 200 dots per inch, which files that do not say are taken for. */
  private static BufferedImage drawn(DocumentDrawing drawing) {
    assertThat(Picture.DPI).as("the library is prepared").isPositive();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(500, 440));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawing.on(document, content);
      }
      return new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException("drawing failed", e);
    }
  }

  /** Draws a page with fonts of its document. */
  private interface DocumentDrawing {
    void on(PDDocument document, PDPageContentStream page) throws IOException;
  }

  /** Draws a page. */
  private interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }
}
