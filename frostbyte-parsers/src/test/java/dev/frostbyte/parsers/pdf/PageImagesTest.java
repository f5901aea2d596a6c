package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PageImagesTest {
  @Test
  void drawsAsManyPagesAsAskedForAtTheAskedSize() throws IOException {
    List<Block.PageImage> images = images(blocks(72, 2));
    assertThat(images).extracting(Block.PageImage::number).containsExactly(1, 2);
    BufferedImage first = ImageIO.read(new ByteArrayInputStream(images.getFirst().png()));
    assertThat(first.getWidth()).isEqualTo(200);
    assertThat(first.getHeight()).isEqualTo(100);
  }

  @Test
  void drawsNothingUnlessAsked() throws IOException {
    assertThat(images(blocks(0, 1))).isEmpty();
  }

  @Test
  void drawsNoMoreThanTheFirstPages() throws IOException {
    assertThat(images(blocks(10, PageImages.MOST_PAGES + 3))).hasSize(PageImages.MOST_PAGES);
  }

  @Test
  void tellsHowLargeAPageIsAsItIsSeen() throws IOException {
    assertThat(blocks(0, 1)).contains(new Block.Page(new PageSize(1, 200, 100)));
  }

  @Test
  void refusesAResolutionOutOfRange() {
    assertThatThrownBy(() -> open(201)).isInstanceOf(FrostbyteException.class);
    assertThatThrownBy(() -> open(-1)).isInstanceOf(FrostbyteException.class);
  }

  private static List<Block.PageImage> images(List<Block> blocks) {
    return blocks.stream()
        .filter(Block.PageImage.class::isInstance)
        .map(Block.PageImage.class::cast)
        .toList();
  }

  private static List<Block> blocks(int dpi, int pages) throws IOException {
    List<Block> blocks = new ArrayList<>();
    open(dpi).parse(pdf(pages), MediaType.PDF, ParseLimits.DEFAULT, blocks::add);
    return blocks;
  }

  private static DocumentParser open(int dpi) {
    return new PdfParserProvider()
        .open(StageConfig.of(Map.of("pageImages", Integer.toString(dpi))));
  }

  /** Pages of 100 by 200 points, turned by a quarter. */
  private static DocumentSource pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(new PDRectangle(100, 200));
        page.setRotation(90);
        document.addPage(page);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return DocumentSource.of(out.toByteArray());
    }
  }
}
