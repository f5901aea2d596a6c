package dev.frostbyte.parsers.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Places are those of the page as it was given, however it lies. */
class PlacesTest {
  private static final DocumentParser PARSER = new OcrParserProvider().open(StageConfig.none());
  private static final BufferedImage PAGE = Picture.lines("The buyer pays within thirty days.");

  @AfterAll
  static void closeParser() throws IOException {
    PARSER.close();
  }

  @Test
  void placesTextOfATurnedPageWhereItStands() {
    BufferedImage corner =
        Picture.of(300, 200, new Picture.Text(12, 20, 170, "Invoice number 4711"));
    List<Block> upright = Picture.blocks(PARSER, Picture.PNG, Picture.png(corner));
    List<Block> turned =
        Picture.blocks(PARSER, Picture.PNG, Picture.png(Picture.turned(corner, 180)));
    var there = upright.getFirst().regions().getFirst().box();
    var here = turned.getFirst().regions().getFirst().box();
    float width = corner.getWidth() * 72f / Resolution.USUAL;
    assertThat(here.left()).isCloseTo(width - there.right(), Offset.offset(2f));
  }

  @Test
  void placesTextOfAPageThatLiesAskewWhereItStands() {
    BufferedImage corner =
        Picture.of(
            600,
            500,
            new Picture.Text(12, 60, 440, "Invoice number 4711 of the first of March"),
            new Picture.Text(12, 60, 420, "for twelve boxes of paper and two of ink"));
    Box there = place(corner);
    Box here = place(Picture.turned(corner, 3));
    double angle = Math.toRadians(3);
    float right = (there.left() + there.right()) / 2 - 600f * Picture.DPI / Resolution.USUAL / 2;
    float down = (there.top() + there.bottom()) / 2 - 500f * Picture.DPI / Resolution.USUAL / 2;
    double moved = (Math.cos(angle) - 1) * right - Math.sin(angle) * down;
    double sunk = Math.sin(angle) * right + (Math.cos(angle) - 1) * down;
    assertThat((here.left() + here.right()) / 2 - (there.left() + there.right()) / 2)
        .isCloseTo((float) moved, Offset.offset(1.5f));
    assertThat((here.top() + here.bottom()) / 2 - (there.top() + there.bottom()) / 2)
        .isCloseTo((float) sunk, Offset.offset(1.5f));
  }

  @Test
  void tellsTheSizeOfPagesFirst() {
    List<Block> blocks = Picture.all(PARSER, Picture.TIFF, Picture.tiff(PAGE, PAGE));
    float points = 72 / Resolution.USUAL;
    for (int number = 1; number <= 2; number++) {
      PageSize size = new PageSize(number, points * PAGE.getWidth(), points * PAGE.getHeight());
      assertThat(blocks.get(number - 1)).isEqualTo(new Block.Page(size));
    }
  }

  /** Where the first text of a picture stands. */
  private static Box place(BufferedImage image) {
    List<Block> blocks = Picture.blocks(PARSER, Picture.PNG, Picture.png(image));
    return blocks.getFirst().regions().getFirst().box();
  }
}
