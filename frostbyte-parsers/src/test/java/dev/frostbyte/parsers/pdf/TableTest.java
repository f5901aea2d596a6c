package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final String[][] TEXTS = {
    {"Name", "Count", "Price"},
    {"Apples", "12", "3.50"},
    {"Pears", "7", "4.10"},
    {"Plums", "30", "1.25"},
    {"Figs", "2", "9.99"}
  };

  @Test
  void readsAGridOfStrokes() {
    table(
        page -> {
          texts(page);
          for (int i = 0; i <= 5; i++) {
            line(page, 60, 714 - 20 * i, 360, 714 - 20 * i);
          }
          for (int i = 0; i <= 3; i++) {
            line(page, 60 + 100 * i, 714, 60 + 100 * i, 614);
          }
        });
  }

  @Test
  void readsAGridOfThinRectangles() {
    table(
        page -> {
          texts(page);
          for (int i = 0; i <= 5; i++) {
            page.addRect(60, 714 - 20 * i, 300, 0.7f);
          }
          for (int i = 0; i <= 3; i++) {
            page.addRect(60 + 100 * i, 614, 0.7f, 100);
          }
          page.fill();
        });
  }

  @Test
  void readsATableWithHorizontalLinesOnly() {
    table(
        page -> {
          texts(page);
          line(page, 60, 714, 360, 714);
          line(page, 60, 694, 360, 694);
          line(page, 60, 614, 360, 614);
        });
  }

  @Test
  void readsATableWithoutLines() {
    table(TableTest::texts);
  }

  @Test
  void readsMergedCells() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 65, 700, "Both columns");
                  Pdf.text(page, 65, 680, "Left");
                  Pdf.text(page, 165, 680, "Right");
                  Pdf.text(page, 65, 660, "More");
                  Pdf.text(page, 165, 660, "Text");
                  for (int i = 0; i <= 3; i++) {
                    line(page, 60, 714 - 20 * i, 260, 714 - 20 * i);
                  }
                  line(page, 60, 714, 60, 654);
                  line(page, 160, 694, 160, 654);
                  line(page, 260, 714, 260, 654);
                }));
    assertThat(Pdf.all(blocks, Block.Table.class).getFirst().cells())
        .extracting(cell -> cell.row() + "," + cell.column() + "x" + cell.columnSpan())
        .containsExactly("0,0x2", "1,0x1", "1,1x1", "2,0x1", "2,1x1");
  }

  @Test
  void takesBoldRowsForHeaders() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  for (int row = 0; row < TEXTS.length; row++) {
                    for (int column = 0; column < 3; column++) {
                      Pdf.text(
                          page,
                          row == 0 ? Pdf.BOLD : Pdf.PLAIN,
                          11,
                          65 + 100 * column,
                          700 - 20 * row,
                          TEXTS[row][column]);
                    }
                  }
                }));
    assertThat(Pdf.all(blocks, Block.Table.class))
        .singleElement()
        .extracting(Block.Table::headerRows)
        .isEqualTo(1);
  }

  @Test
  void takesAFramedTextForText() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  page.addRect(60, 600, 300, 120);
                  page.stroke();
                  Pdf.text(page, 70, 690, "A note in a frame is no table,");
                  Pdf.text(page, 70, 676, "however well it is framed.");
                }));
    assertThat(Pdf.all(blocks, Block.Table.class)).isEmpty();
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(1);
  }

  private static void table(Pdf.Drawing drawing) {
    List<Block> blocks = Pdf.blocks(Pdf.page(drawing));
    Block.Table table = Pdf.all(blocks, Block.Table.class).getFirst();
    assertThat(table.columns()).isEqualTo(3);
    assertThat(table.cells())
        .extracting(cell -> cell.text().value())
        .containsExactly(
            java.util.Arrays.stream(TEXTS)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).isEmpty();
  }

  private static void texts(PDPageContentStream page) throws IOException {
    for (int row = 0; row < TEXTS.length; row++) {
      for (int column = 0; column < 3; column++) {
        Pdf.text(page, 65 + 100 * column, 700 - 20 * row, TEXTS[row][column]);
      }
    }
  }

  private static void line(PDPageContentStream page, float x1, float y1, float x2, float y2)
      throws IOException {
    page.moveTo(x1, y1);
    page.lineTo(x2, y2);
    page.stroke();
  }
}
