package dev.frostbyte.parsers.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pages within bounds: of the picture that is made, and of those it is made from. */
final class PageDrawing {
  private static final float POINTS_PER_INCH = 72;

  private PageDrawing() {}

  /** Pixels a point: as many as asked for, or as few as keep the page within the pixels allowed. */
  static float scale(float width, float height, float dpi, float mostPixels) {
    float area = Math.max(1, width * height);
    return Math.min(dpi / POINTS_PER_INCH, (float) Math.sqrt(mostPixels / area));
  }

  /**
   * The page as a viewer would show it.
   *
   * @param index from 0
   * @throws IOException when an image of it is too large, or it cannot be drawn
   */
  static BufferedImage draw(PDDocument document, int index, float scale, ImageType type)
      throws IOException {
    PDPage page = document.getPage(index);
    ImageLimits.require(page.getResources());
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    return renderer.renderImage(index, scale, type);
  }
}
