package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class ListItemsTest {
  @Test
  void keepsTheSecondLineOfABulletInItsItem() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(
                      page, 60, 714, "The running text before the list is this line of words.");
                  for (int i = 0; i < 3; i++) {
                    Pdf.text(page, 66, 696 - 28 * i, "\u2022");
                    Pdf.text(page, 80, 696 - 28 * i, "Item " + i + " is longer than a line and");
                    Pdf.text(page, 80, 682 - 28 * i, "goes on below itself");
                  }
                }));
    assertThat(items(blocks))
        .containsExactly(
            "0\u2022Item 0 is longer than a line and goes on below itself",
            "0\u2022Item 1 is longer than a line and goes on below itself",
            "0\u2022Item 2 is longer than a line and goes on below itself");
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(1);
  }

  @Test
  void keepsABoldBeginningInItsItem() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(
                      page, 60, 714, "The running text before the list is this line of words.");
                  Pdf.text(page, 66, 696, "\u2022");
                  Pdf.text(page, Pdf.BOLD, 11, 80, 696, "The name of the item");
                  Pdf.text(page, 80, 682, "and what is said of it");
                }));
    assertThat(items(blocks)).containsExactly("0\u2022The name of the item and what is said of it");
  }

  @Test
  void beginsNumberedItemsWhereTheLineAboveIsNoSentence() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 714, "What has to be done before the machine is started");
                  Pdf.text(page, 60, 700, "1. open the valve on the left and wait until");
                  Pdf.text(page, 74, 686, "the pressure has fallen");
                  Pdf.text(page, 60, 672, "2. close the valve");
                }));
    assertThat(items(blocks))
        .containsExactly(
            "01.open the valve on the left and wait until the pressure has fallen",
            "02.close the valve");
  }

  @Test
  void takesANumberAtTheStartOfALineOfProseForProse() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 714, "The valve was first opened by the men of house number");
                  Pdf.text(page, 60, 700, "19. and then closed again by those who had come after");
                  Pdf.text(page, 60, 686, "them in the years that followed until it broke.");
                }));
    assertThat(items(blocks)).isEmpty();
  }

  @Test
  void endsAHangingListAtTheMargin() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "\u2022 The first item is longer than a line and it");
                  Pdf.text(page, 66.4f, 686, "goes on below itself");
                  Pdf.text(
                      page, 60, 672, "Then the running text goes on at the margin of the page.");
                }));
    assertThat(items(blocks))
        .containsExactly("0\u2022The first item is longer than a line and it goes on below itself");
  }

  @Test
  void joinsAnItemAcrossPagesAndKeepsTheDepthOfThoseAfterIt() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.document(
                document -> {
                  Pdf.draw(
                      document,
                      new PDPage(PDRectangle.A4),
                      page -> {
                        Pdf.text(page, 60, 90, "1. The outer item of the list");
                        Pdf.text(
                            page, 80, 76, "a) the first of the inner items that is cut in its");
                      });
                  Pdf.draw(
                      document,
                      new PDPage(PDRectangle.A4),
                      page -> {
                        Pdf.text(page, 92, 780, "middle by the end of the page");
                        Pdf.text(page, 80, 766, "b) the second of the inner items");
                      });
                }));
    assertThat(items(blocks))
        .containsExactly(
            "01.The outer item of the list",
            "1a)the first of the inner items that is cut in its middle by the end of the page",
            "1b)the second of the inner items");
    assertThat(Pdf.all(blocks, Block.ListItem.class).get(1).regions())
        .extracting(region -> region.page())
        .containsExactly(1, 2);
  }

  @Test
  void nestsBelowAParagraphOfAnItem() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "1. The outer item of the list");
                  Pdf.text(page, 80, 676, "It has a paragraph of its own.");
                  Pdf.text(page, 80, 652, "\u2022 and an inner item");
                }));
    assertThat(items(blocks))
        .containsExactly("01.The outer item of the list", "1\u2022and an inner item");
  }

  private static List<String> items(List<Block> blocks) {
    return Pdf.all(blocks, Block.ListItem.class).stream()
        .map(item -> item.depth() + item.marker().value() + item.text().value())
        .toList();
  }
}
