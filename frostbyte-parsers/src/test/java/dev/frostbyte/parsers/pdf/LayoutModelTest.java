package dev.frostbyte.parsers.pdf;

import static dev.frostbyte.parsers.pdf.Modelled.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.parsers.internal.PageModels;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/** A layout model says what the parts of a page are; what they say is the page's own. */
class LayoutModelTest {
  private static final byte[] PAGE =
      Pdf.page(
          page -> {
            Pdf.text(page, 60, 800, "Minutes of the board");
            Pdf.text(page, 60, 742, "All words here");
            Pdf.text(page, 60, 728, "have one size");
            Pdf.text(page, 60, 702, "so nobody can tell");
            Pdf.text(page, 60, 672, "a = b + c");
            Pdf.text(page, 60, 642, "Figure 9 is named here");
            Pdf.text(page, 60, 612, "alpha    one");
            Pdf.text(page, 60, 598, "beta    two");
            Pdf.text(page, 60, 572, "let it = be");
            Pdf.text(page, 60, 60, "seven");
          });

  @Test
  void takesEveryPartForWhatTheModelTakesItFor() {
    List<Block> blocks =
        Modelled.blocks(
            PAGE,
            page ->
                List.of(
                    part(LayoutLabel.PAGE_HEADER, 50, 30, 300, 50),
                    part(LayoutLabel.TITLE, 50, 85, 300, 120),
                    part(LayoutLabel.LIST_ITEM, 50, 125, 300, 145),
                    part(LayoutLabel.FORMULA, 50, 155, 300, 175),
                    part(LayoutLabel.TEXT, 50, 185, 300, 205),
                    part(LayoutLabel.CODE, 50, 215, 300, 249),
                    part(LayoutLabel.HEADING, 50, 258, 300, 275),
                    part(LayoutLabel.FOOTNOTE, 50, 770, 300, 790)));
    assertThat(Modelled.seen(blocks))
        .isEqualTo(
            "# All words here have one size\n\n- so nobody can tell\n\na = b + c\n\n"
                + "Figure 9 is named here\n\nalpha  one\nbeta  two\n\n# let it = be\n\n seven\n\n");
    assertThat(Pdf.all(blocks, Block.Formula.class)).hasSize(1);
    assertThat(Pdf.all(blocks, Block.Preformatted.class)).hasSize(1);
    assertThat(Pdf.all(blocks, Block.Footnote.class)).hasSize(1);
    assertThat(Pdf.all(blocks, Block.Furniture.class))
        .extracting(it -> it.text().value())
        .containsExactly("Minutes of the board");
  }

  @Test
  void makesATableOfARegionAndNamesItByTheCaptionBeside() {
    List<Block> blocks =
        Modelled.blocks(
            PAGE,
            page ->
                List.of(
                    part(LayoutLabel.CAPTION, 50, 185, 300, 205),
                    part(LayoutLabel.TABLE, 50, 215, 300, 249)));
    Block.Table table = Pdf.all(blocks, Block.Table.class).getFirst();
    assertThat(table.caption().value()).isEqualTo("Figure 9 is named here");
    assertThat(Modelled.seen(blocks).split("Figure 9")).hasSize(2);
    assertThat(Modelled.seen(blocks)).contains("alpha", "beta", "one", "two");
  }

  @Test
  void keepsTheWordsOfAFigureBehindIt() {
    List<Block> blocks =
        Modelled.blocks(PAGE, page -> List.of(part(LayoutLabel.FIGURE, 50, 215, 300, 249)));
    assertThat(Pdf.all(blocks, Block.Figure.class)).hasSize(1);
    assertThat(Modelled.seen(blocks)).contains("alpha one", "beta two");
  }

  @Test
  void seesFiguresWithoutWordsInTheirPlace() {
    List<Block> blocks =
        Modelled.blocks(
            PAGE,
            page ->
                List.of(
                    part(LayoutLabel.FIGURE, 50, 300, 300, 500),
                    part(LayoutLabel.CAPTION, 50, 258, 300, 275)));
    Block.Figure figure = Pdf.all(blocks, Block.Figure.class).getFirst();
    assertThat(figure.caption().value()).isEqualTo("let it = be");
  }

  @Test
  void readsWordsOutsideAllPartsAsWithoutAModel() {
    byte[] letter =
        Pdf.page(
            page -> {
              Pdf.text(page, Pdf.BOLD, 18, 60, 700, "A letter");
              Pdf.text(page, 60, 640, "It says little and is no heading.");
            });
    List<Block> blocks =
        Modelled.blocks(letter, page -> List.of(part(LayoutLabel.FIGURE, 300, 600, 500, 700)));
    assertThat(Modelled.seen(blocks)).startsWith("# A letter\n\nIt says little");
  }

  @Test
  void changesNothingWhereItSaysNothing() {
    assertThat(Modelled.blocks(PAGE, page -> List.of()))
        .isEqualTo(Modelled.blocks(PAGE, PdfParserProvider.Settings.DEFAULT, PageModels.NONE));
  }

  @Test
  void showsThePageAndItsWordsToTheModel() {
    List<PageView> views = new ArrayList<>();
    Modelled.blocks(
        PAGE,
        page -> {
          views.add(page);
          return List.of();
        });
    PageView view = views.getFirst();
    assertThat(view.page()).isEqualTo(1);
    assertThat(view.area().right()).isCloseTo(595.3f, org.assertj.core.data.Offset.offset(0.1f));
    assertThat(view.words()).hasSize(33);
    int dark = 0;
    for (int y = 0; y < view.picture().height(); y++) {
      for (int x = 0; x < view.picture().width(); x++) {
        dark += (view.picture().rgb(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    assertThat(dark).isBetween(500, 20_000);
  }

  @Test
  void showsTurnedPagesUpright() {
    List<PageView> views = new ArrayList<>();
    byte[] turned =
        Pdf.document(
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              page.setRotation(90);
              Pdf.draw(document, page, it -> Pdf.text(it, 60, 800, "Top left of the page as read"));
            });
    List<Block> blocks =
        Modelled.blocks(
            turned,
            page -> {
              views.add(page);
              return List.of(part(LayoutLabel.HEADING, 40, 20, 400, 60));
            });
    PageView view = views.getFirst();
    assertThat(view.picture().height()).isGreaterThan(view.picture().width());
    assertThat(Pdf.all(blocks, Block.Heading.class)).hasSize(1);
    assertThat(firstDark(view)).isLessThan(view.picture().height() / 10);
  }

  @Test
  void asksAboutNoMorePagesThanAllowed() {
    byte[] three =
        Pdf.document(
            document -> {
              for (int i = 0; i < 3; i++) {
                Pdf.draw(
                    document, new PDPage(PDRectangle.A4), it -> Pdf.text(it, 60, 700, "One line"));
              }
            });
    int[] asked = {0};
    PdfParserProvider.Settings two = new PdfParserProvider.Settings(0, "", 16, "", "eng", 2);
    List<Block> blocks =
        Modelled.blocks(
            three,
            two,
            PageModels.of(
                page -> {
                  asked[0]++;
                  return List.of();
                },
                null));
    assertThat(asked[0]).isEqualTo(2);
    assertThat(Modelled.dropped(blocks)).containsExactly("layout-model NOT_ASKED");
    assertThat(Pdf.all(blocks, Block.Dropped.class).getFirst().regions().getFirst().page())
        .isEqualTo(3);
  }

  @Test
  void isNotAskedWhereThePageSaysItself() {
    byte[] tagged = TaggedTest.tagged(5);
    int[] asked = {0};
    List<Block> blocks =
        Modelled.blocks(
            tagged,
            page -> {
              asked[0]++;
              return List.of();
            });
    assertThat(asked[0]).isZero();
    assertThat(blocks.stream().map(Block::bare).toList()).isEqualTo(Pdf.blocks(tagged));
  }

  @Test
  void aSurerPartHasTheWordsThatTwoHold() {
    LayoutBox sure =
        new LayoutBox(LayoutLabel.HEADING, part(LayoutLabel.TEXT, 50, 85, 300, 105).box(), 0.95f);
    LayoutBox other = part(LayoutLabel.TEXT, 50, 104, 300, 120);
    List<Block> blocks = Modelled.blocks(PAGE, page -> List.of(other, sure));
    assertThat(Pdf.all(blocks, Block.Heading.class))
        .extracting(it -> it.text().value())
        .contains("All words here");
  }

  private static int firstDark(PageView view) {
    for (int y = 0; y < view.picture().height(); y++) {
      for (int x = 0; x < view.picture().width(); x++) {
        if ((view.picture().rgb(x, y) & 0xff) < 128) {
          return y;
        }
      }
    }
    return Integer.MAX_VALUE;
  }
}
