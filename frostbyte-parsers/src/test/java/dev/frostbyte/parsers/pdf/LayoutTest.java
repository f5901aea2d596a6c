package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final String PROSE = "Some words of running text that fill the line well";

  @Test
  void tellsHeadingsByTheirLook() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, Pdf.BOLD, 20, 60, 760, "Title of the paper");
                  lines(page, 60, 730, 4);
                  Pdf.text(page, Pdf.BOLD, 14, 60, 660, "1.2 A section");
                  lines(page, 60, 636, 6);
                }));
    assertThat(Pdf.all(blocks, Block.Heading.class))
        .extracting(heading -> heading.level() + " " + heading.text().value())
        .containsExactly("1 Title of the paper", "2 1.2 A section");
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(2);
  }

  @Test
  void joinsLinesAndHyphens() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "The well known trans-");
                  Pdf.text(page, 60, 686, "formation of lines into");
                  Pdf.text(page, 60, 672, "running text.");
                }));
    assertThat(Pdf.all(blocks, Block.Paragraph.class))
        .extracting(paragraph -> paragraph.text().value())
        .containsExactly("The well known transformation of lines into running text.");
  }

  @Test
  void readsColumnsOneAfterTheOtherWhateverTheOrderOfPainting() {
    List<Block> blocks = Pdf.blocks(Pdf.page(LayoutTest::columns));
    String seen = Pdf.seen(blocks).replaceAll("\\s+", " ");
    int last = -1;
    for (int line = 0; line < 24; line++) {
      int at = seen.indexOf("Line" + line + "x");
      assertThat(at).as("line %d", line).isGreaterThan(last);
      last = at;
    }
  }

  @Test
  void readsListsWithTheirNesting() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "1. First item");
                  Pdf.text(page, 60, 684, "2. Second item");
                  Pdf.text(page, 90, 668, "• Inner item");
                  Pdf.text(page, 60, 652, "3. Third item");
                }));
    assertThat(Pdf.all(blocks, Block.ListItem.class))
        .extracting(item -> item.depth() + item.marker().value() + item.text().value())
        .containsExactly("01.First item", "02.Second item", "1•Inner item", "03.Third item");
  }

  @Test
  void keepsRunningHeadersAndFootersOutOfTheBody() {
    byte[] bytes =
        Pdf.document(
            document -> {
              for (int number = 1; number <= 3; number++) {
                String footer = "Page " + number;
                Pdf.draw(
                    document,
                    new PDPage(PDRectangle.A4),
                    page -> {
                      Pdf.text(page, 60, 810, "Annual report");
                      lines(page, 60, 700, 5);
                      Pdf.text(page, 280, 30, footer);
                    });
              }
            });
    List<Block> blocks = Pdf.blocks(bytes);
    assertThat(Pdf.seen(blocks)).doesNotContain("Annual report").doesNotContain("Page ");
    assertThat(Pdf.all(blocks, Block.Furniture.class))
        .extracting(block -> block.role() + " " + block.text().value())
        .containsSubsequence("HEADER Annual report", "FOOTER Page 1", "FOOTER Page 3")
        .hasSize(6);
  }

  @Test
  void keepsTheHeadOfASinglePage() {
    assertThat(Pdf.seen(Pdf.blocks(Pdf.page(page -> Pdf.text(page, 60, 810, "Annual report")))))
        .contains("Annual report");
  }

  @Test
  void saysWhereABlockStands() {
    List<Block> blocks = Pdf.blocks(Pdf.page(page -> Pdf.text(page, 60, 742, "A line")));
    Block block = Pdf.all(blocks, Block.Paragraph.class).getFirst();
    assertThat(block.regions()).singleElement().extracting("page").isEqualTo(1);
    Box box = block.regions().getFirst().box();
    assertThat(box.left()).isBetween(59f, 61f);
    assertThat(box.bottom()).isBetween(100f, 104f);
    assertThat(box.top()).isBetween(89f, 93f);
  }

  @Test
  void readsPagesTurnedByTheirRotation() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              page.setRotation(90);
              Pdf.draw(
                  document,
                  page,
                  content -> {
                    content.transform(Matrix.getRotateInstance(Math.PI / 2, 595, 0));
                    lines(content, 60, 500, 5);
                  });
            });
    List<Block> blocks = Pdf.blocks(bytes);
    assertThat(Pdf.seen(blocks)).contains(PROSE + " 0 " + PROSE + " 1");
    assertThat(blocks.get(1).regions().getFirst().box().top()).isBetween(80f, 90f);
  }

  @Test
  void readsTextThatStandsUpright() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  page.transform(Matrix.getRotateInstance(Math.PI / 2, 595, 0));
                  lines(page, 60, 500, 5);
                }));
    assertThat(Pdf.seen(blocks)).contains(PROSE + " 0 " + PROSE + " 1");
    Box box = blocks.get(1).regions().getFirst().box();
    assertThat(box.bottom() - box.top()).isGreaterThan(box.right() - box.left());
  }

  @Test
  void takesLigaturesApart() {
    assertThat(Ligatures.expanded("o\ufb03ce")).isEqualTo("office");
  }

  @Test
  void turnsRightToLeftTextAround() {
    assertThat(Bidirectional.logical("\u05d2\u05d1\u05d0")).isEqualTo("\u05d0\u05d1\u05d2");
    assertThat(Bidirectional.logical("abc 12")).isEqualTo("abc 12");
  }

  private static void lines(PDPageContentStream page, float x, float y, int count)
      throws IOException {
    for (int i = 0; i < count; i++) {
      Pdf.text(page, x, y - 14 * i, PROSE + " " + i);
    }
  }

  private static void columns(PDPageContentStream page) throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(7));
    for (int i : order) {
      float x = i < 12 ? 50 : 310;
      float y = 700 - 13 * (i % 12);
      Pdf.text(page, Pdf.PLAIN, 9, x, y, "Line" + i + "x goes on with words until its end here");
    }
  }
}
