package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  @Test
  void givesATableTheCaptionAboveIt() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 780, "Running text of the page stands above the table here.");
                  Pdf.text(page, 60, 740, "Table 3. Rates by year");
                  Grids.grid(page, 60, 730, Grids.rows(3));
                }));
    assertThat(Pdf.all(blocks, Block.Table.class))
        .extracting(table -> table.caption().value())
        .containsExactly("Table 3. Rates by year");
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(1);
  }

  @Test
  void joinsALabelAndTheTitleBelowIt() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 140, 756, "TABLE IV");
                  Pdf.text(page, 60, 740, "Rates of all the years and what came of them");
                  Grids.grid(page, 60, 730, Grids.rows(3));
                }));
    assertThat(Pdf.all(blocks, Block.Table.class).getFirst().caption().value())
        .isEqualTo("TABLE IV Rates of all the years and what came of them");
  }

  @Test
  void takesASentenceAboutATableForText() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 740, "Table 3 shows the rates of the years.");
                  Grids.grid(page, 60, 730, Grids.rows(3));
                }));
    assertThat(Pdf.all(blocks, Block.Table.class).getFirst().caption().value()).isEmpty();
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(1);
  }

  @Test
  void findsAFigureAndTheCaptionBelowIt() {
    List<Block> blocks =
        pictured(
            (document, page) -> {
              picture(document, page, 60, 500, 200, 150);
              Pdf.text(page, 60, 780, "Running text of the page stands above the figure.");
              Pdf.text(page, 60, 484, "Figure 2: What the river did");
              Pdf.text(page, 60, 400, "Running text of the page stands below the figure.");
            });
    assertThat(Pdf.all(blocks, Block.Figure.class))
        .extracting(figure -> figure.caption().value())
        .containsExactly("Figure 2: What the river did");
    List<String> kinds =
        blocks.stream()
            .filter(it -> it instanceof Block.Figure || it instanceof Block.Paragraph)
            .map(block -> block.getClass().getSimpleName())
            .toList();
    assertThat(kinds).containsExactly("Paragraph", "Figure", "Paragraph");
  }

  @Test
  void takesOrnamentsAndGroundsForNoFigures() {
    List<Block> blocks =
        pictured(
            (document, page) -> {
              picture(document, page, 60, 790, 400, 4);
              picture(document, page, 60, 700, 20, 20);
              picture(document, page, 50, 300, 400, 300);
              for (int i = 0; i < 5; i++) {
                Pdf.text(
                    page, 60, 560 - 14 * i, "Running text of the page is painted on a ground.");
              }
            });
    assertThat(Pdf.all(blocks, Block.Figure.class)).isEmpty();
  }

  @Test
  void takesALogoOfEveryPageForNoFigure() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.document(
                document -> {
                  for (int i = 0; i < 4; i++) {
                    String line = "Text of page " + i;
                    draw(
                        document,
                        (it, page) -> {
                          picture(it, page, 400, 740, 80, 60);
                          Pdf.text(page, 60, 500, line);
                        });
                  }
                }));
    assertThat(Pdf.all(blocks, Block.Figure.class)).isEmpty();
  }

  private interface Pictured {
    void on(PDDocument document, PDPageContentStream page) throws IOException;
  }

  private static List<Block> pictured(Pictured drawing) {
    return Pdf.blocks(Pdf.document(document -> draw(document, drawing)));
  }

  private static void draw(PDDocument document, Pictured drawing) throws IOException {
    Pdf.draw(document, new PDPage(PDRectangle.A4), page -> drawing.on(document, page));
  }

  private static void picture(
      PDDocument document, PDPageContentStream page, float x, float y, float width, float height)
      throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 3, 0xff8800);
    page.drawImage(LosslessFactory.createFromImage(document, image), x, y, width, height);
  }
}
