package dev.frostbyte.parsers.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Bars and dashes of tables that are drawn with signs. */
class BarsTest {
  private static final DocumentParser PARSER = new OcrParserProvider().open(StageConfig.none());

  @AfterAll
  static void closeParser() throws IOException {
    PARSER.close();
  }

  @Test
  void readsBarsBetweenCells() {
    String line = "| Precision | Recall | F1 | 64 | 3 |";
    assertThat(read(Picture.lines(line))).isEqualTo(line);
  }

  @Test
  void leavesNoSpaceWhereABarTouchesItsText() {
    String line = "Precision|Recall|Found|Lost";
    assertThat(read(Picture.lines(line))).isEqualTo(line);
  }

  @Test
  void countsDashesBetweenBars() {
    String line = "Count |-----------|--------|-----| Share";
    assertThat(read(Picture.lines(line))).isEqualTo(line);
  }

  @Test
  void takesNoLetterOrFigureForABar() {
    String line = "All 11 bills I sent in April 1911";
    assertThat(read(Picture.lines(line))).isEqualTo(line);
  }

  @Test
  void takesNoLinePaintedAroundACellForABar() {
    BufferedImage picture = Picture.lines("Recall of 64 cells");
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.BLACK);
    for (int x : new int[] {34, 250}) {
      graphics.fillRect(x, 10, 3, picture.getHeight() - 20);
    }
    graphics.dispose();
    assertThat(read(picture)).contains("Recall of 64 cells").doesNotContain("|");
  }

  private static String read(BufferedImage picture) {
    List<Block> blocks = Picture.blocks(PARSER, Picture.PNG, Picture.png(picture));
    return Picture.seen(blocks);
  }
}
