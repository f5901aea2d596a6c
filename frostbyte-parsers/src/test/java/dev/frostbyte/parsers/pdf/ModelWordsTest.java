package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.TableGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

/** Whatever models answer, every word of a page is read once. */
class ModelWordsTest {
  private static final int ROUNDS = 150;

  @Test
  void readsEveryWordOnceWhateverModelsSay() {
    int trusted = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<String> words = new ArrayList<>();
      byte[] page = Pdf.page(content -> fill(content, words, random));
      List<Block> blocks =
          Modelled.blocks(page, view -> parts(view, random), table -> grid(table, random));
      assertThat(read(blocks)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(words);
      trusted += Modelled.dropped(blocks).isEmpty() ? 1 : 0;
    }
    assertThat(trusted).as("rounds whose answers were taken").isGreaterThan(ROUNDS / 2);
  }

  /** Lines and a grid of words that come once each. */
  private static void fill(PDPageContentStream page, List<String> words, Random random)
      throws IOException {
    float y = 800;
    while (y > 320) {
      float x = 50 + 100 * random.nextInt(3);
      while (x < 480) {
        Pdf.text(page, x, y, next(words));
        x += 60 + random.nextInt(3) * 40;
      }
      y -= 14 + random.nextInt(3) * 8;
    }
    if (random.nextBoolean()) {
      List<List<String>> rows = new ArrayList<>();
      for (int row = 0; row < 4; row++) {
        rows.add(List.of(next(words), next(words), next(words)));
      }
      Grids.grid(page, 60, 280, rows);
    }
  }

  private static String next(List<String> words) {
    words.add("w" + (1_000 + words.size()));
    return words.getLast();
  }

  /** Some are sound, some lie on each other. */
  private static List<LayoutBox> parts(PageView view, Random random) {
    List<LayoutBox> parts = new ArrayList<>();
    boolean wild = random.nextInt(8) == 0;
    float top = 5;
    while (top < 780) {
      float high = 15 + random.nextFloat() * 120;
      float left = random.nextFloat() * 300;
      float right = Math.min(590, left + 50 + random.nextFloat() * 400);
      float bottom = Math.min(840, top + high);
      LayoutLabel label = LayoutLabel.values()[random.nextInt(LayoutLabel.values().length)];
      parts.add(new LayoutBox(label, new Box(left, top, right, bottom), random.nextFloat()));
      top += wild ? high / 3 : high - 1 + random.nextInt(2) * 30;
    }
    return parts;
  }

  private static TableGrid grid(PageView table, Random random) {
    int rows = 1 + random.nextInt(4);
    int columns = 1 + random.nextInt(4);
    Box area = table.area();
    List<TableGrid.Cell> cells = new ArrayList<>();
    for (int i = 0; i < rows * columns; i++) {
      if (i == 0 || random.nextInt(4) > 0) {
        float left = area.left() + random.nextFloat() * (area.right() - area.left()) * 0.9f;
        float top = area.top() + random.nextFloat() * (area.bottom() - area.top()) * 0.9f;
        Box box = new Box(left, top, (left + area.right()) / 2, (top + area.bottom()) / 2);
        cells.add(new TableGrid.Cell(i / columns, i % columns, 1, 1, box));
      }
    }
    return new TableGrid(rows, columns, random.nextInt(rows), cells);
  }

  private static List<String> read(List<Block> blocks) {
    StringBuilder text = new StringBuilder(Modelled.seen(blocks).replaceAll("<[^>]*>", " "));
    Pdf.all(blocks, Block.Furniture.class)
        .forEach(it -> text.append(' ').append(it.text().value()));
    return Arrays.stream(text.toString().split("\\s+"))
        .filter(word -> word.startsWith("w"))
        .toList();
  }
}
