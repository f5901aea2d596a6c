package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/**
 * Pages of hundreds of lines, such as web pages printed on one: what is tried on them is bounded.
 */
class TallPageTest {
  private static final int ROWS = 130;

  @Test
  void findsATableOfMoreRowsThanEveryEndIsTriedOfWhole() {
    List<List<Text>> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      lines.add(List.of(new Text(60, "item " + i), new Text(220, "12." + i), new Text(380, "kg")));
    }
    Random random = new Random(5);
    for (int i = 0; i < 90; i++) {
      lines.add(uneven(random, i));
    }
    List<Block> blocks = Pdf.blocks(tall(lines));
    Block.Table table = Pdf.all(blocks, Block.Table.class).getFirst();
    assertThat(table.cells().stream().filter(cell -> cell.text().value().startsWith("item ")))
        .hasSize(ROWS);
    assertThat(table.columns()).isEqualTo(3);
  }

  @Test
  void losesNoWordWhereMoreLinesNearlyMakeATableThanAreTried() {
    Random random = new Random(7);
    List<List<Text>> lines = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      lines.add(uneven(random, i));
    }
    String seen = Pdf.seen(Pdf.blocks(tall(lines)));
    for (List<Text> line : lines) {
      assertThat(seen).contains(line.getFirst().words());
    }
  }

  /** Texts that stand in no column. */
  private static List<Text> uneven(Random random, int number) {
    return List.of(
        new Text(60 + random.nextInt(40), "left" + number + "x"),
        new Text(200 + random.nextInt(300), "right" + number + "x"));
  }

  private static byte[] tall(List<List<Text>> lines) {
    PDPage page = new PDPage(new PDRectangle(620, 14 * lines.size() + 80));
    return Pdf.document(
        document ->
            Pdf.draw(
                document,
                page,
                content -> {
                  float y = 14 * lines.size() + 40;
                  for (List<Text> line : lines) {
                    for (Text text : line) {
                      Pdf.text(content, text.x(), y, text.words());
                    }
                    y -= 14;
                  }
                }));
  }

  private record Text(float x, String words) {}
}
