package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.ElementSink;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;

/**
 * Draws the first pages of a document as pictures, for a person to look at. A page that cannot be
 * drawn has none. One thread.
 */
final class PageImages {
  /** Most pages drawn. */
  static final int MOST_PAGES = 50;

  private static final int MOST_PIXELS = 4_000_000;

  private final PDDocument document;
  private final int dpi;

  PageImages(PDDocument document, int dpi) {
    this.document = document;
    this.dpi = dpi;
  }

  /** Hands the pictures to the sink. */
  void emit(int pages, ElementSink sink) throws IOException {
    for (int index = 0; index < Math.min(pages, MOST_PAGES); index++) {
      Optional<byte[]> png = png(index);
      if (png.isPresent()) {
        sink.accept(new Block.PageImage(index + 1, png.get()));
      }
    }
  }

  private Optional<byte[]> png(int index) {
    try {
      PDPage page = document.getPage(index);
      float width = page.getCropBox().getWidth();
      float height = page.getCropBox().getHeight();
      float scale = PageDrawing.scale(width, height, dpi, MOST_PIXELS);
      BufferedImage image = PageDrawing.draw(document, index, scale, ImageType.RGB);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return Optional.of(out.toByteArray()).filter(it -> it.length <= Block.PageImage.MAX_BYTES);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
