package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/** Tables without lines whose cells stand as near to each other as words. */
class TightTableTest {
  private static final float SIZE = 11;
  private static final float SPACE = 3.06f;

  @Test
  void findsATableOfTwoLinesWhoseCellsAreASpaceApart() {
    Block.Table table =
        table(
            page -> {
              prose(page);
              rows(
                  page,
                  List.of("Saccharometer", "DI Water", "Glucose Solution", "Yeast"),
                  List.of("1", "16 ml", "12 ml", "0 ml"));
            });
    assertThat(rows(table))
        .containsExactly("Saccharometer|DI Water|Glucose Solution|Yeast", "1|16 ml|12 ml|0 ml");
  }

  @Test
  void joinsWhatGoesOnInNarrowCells() {
    Block.Table table =
        table(
            page -> {
              prose(page);
              rows(
                  page,
                  List.of("Model", "Scores", "First", "Second"),
                  List.of("Merge", "74.00", "71.16", "88.01"),
                  List.of("v1"),
                  List.of("Merge", "73.93", "71.08", "88.08"),
                  List.of("v2"));
            });
    assertThat(rows(table))
        .containsExactly(
            "Model|Scores|First|Second",
            "Merge v1|74.00|71.16|88.01",
            "Merge v2|73.93|71.08|88.08");
  }

  @Test
  void takesNoWordsSetApartForCells() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  prose(page);
                  for (int i = 0; i < 2; i++) {
                    float x = 72;
                    for (String part : List.of("Market hall", "in old places", "of this town")) {
                      Pdf.text(page, x, 600 - 14 * i, part);
                      x += width(Pdf.PLAIN, part) + SPACE + 1.8f * i;
                    }
                  }
                }));
    assertThat(Pdf.all(blocks, Block.Table.class)).isEmpty();
  }

  private static Block.Table table(Pdf.Drawing drawing) {
    return Pdf.all(Pdf.blocks(Pdf.page(drawing)), Block.Table.class).getFirst();
  }

  /** Shows that the page paints its spaces. */
  private static void prose(PDPageContentStream page) throws IOException {
    Pdf.text(page, 72, 700, "The council met in the old hall on the second day of the month.");
  }

  /** Every column as wide as its widest text, and a space between columns. */
  @SafeVarargs
  private static void rows(PDPageContentStream page, List<String>... rows) throws IOException {
    float x = 72;
    for (int column = 0; column < rows[0].size(); column++) {
      float widest = 0;
      for (int row = 0; row < rows.length; row++) {
        if (column < rows[row].size()) {
          String text = rows[row].get(column);
          Pdf.text(page, x, 600 - 12.5f * row, text);
          widest = Math.max(widest, width(Pdf.PLAIN, text));
        }
      }
      x += widest + SPACE;
    }
  }

  private static float width(FontName font, String text) throws IOException {
    return new PDType1Font(font).getStringWidth(text) * SIZE / 1000;
  }

  private static List<String> rows(Block.Table table) {
    TreeMap<Integer, String> rows = new TreeMap<>();
    table
        .cells()
        .forEach(cell -> rows.merge(cell.row(), cell.text().value(), (a, b) -> a + "|" + b));
    return List.copyOf(rows.values());
  }
}
