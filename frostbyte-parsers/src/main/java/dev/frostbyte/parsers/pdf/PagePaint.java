package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.parsers.internal.PagePainter;
import dev.frostbyte.parsers.ocr.OcrParserProvider;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;

/**
 * Paints a page of a PDF as it is displayed, level where its words are those of the level page. To
 * be used while the document is open. One thread.
 *
 * @param text of the page, once it is known
 * @param level whether its words were recognised
 */
record PagePaint(PDDocument document, PDPage page, PageText text, boolean level)
    implements PagePainter {
  @Override
  public PagePicture paint(int dpi) throws IOException {
    int index = text.number() - 1;
    if (document.getPage(index).getCOSObject() != page.getCOSObject()) {
      throw new IOException("the page tree is not what it claims to be");
    }
    Frame frame = text.frame();
    float scale =
        PageDrawing.scale(frame.width(), frame.height(), dpi, PagePicture.MOST_PIXELS * 0.99f);
    PagePicture shown = picture(PageDrawing.draw(document, index, scale, ImageType.RGB));
    return level ? OcrParserProvider.levelled(shown, Turning.turned(shown, frame.turns())) : shown;
  }

  private static PagePicture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new PagePicture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }
}
