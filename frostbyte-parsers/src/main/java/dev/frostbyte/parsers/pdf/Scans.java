package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.ocr.OcrParserProvider;
import dev.frostbyte.parsers.ocr.TesseractParserProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;

/**
 * Reads pages that are pictures: a page that shows an image and hardly any text is drawn as a
 * viewer would draw it, so that only what is visible is read, and given to the text recognition.
 * Thread-safe; closing it closes the models, which are opened for the first such page.
 */
final class Scans implements AutoCloseable {
  /** Letters up to which the text of a page counts as a stamp on a picture. */
  private static final int STAMP = 150;

  /** Share of the page that images cover at least where there is a stamp. */
  private static final float MOSTLY = 0.5f;

  /** Dots per inch of drawn pages; the text recognition takes files that do not say for these. */
  private static final float DPI = 200;

  /** Most pixels of a drawn page: A2. Larger ones are drawn smaller. */
  private static final float MAX_PIXELS = 16_000_000;

  private static final MediaType TIFF = new MediaType("image/tiff");

  private final DocumentParser recognition;

  /** Takes over what recognises the words and closes it. */
  Scans(DocumentParser recognition) {
    this.recognition = recognition;
  }

  /** By the models that come with the library, or by a program where one is named. */
  static Scans of(PdfParserProvider.Settings settings) {
    Map<String, String> config = new HashMap<>(Map.of("output", "words"));
    if (settings.tesseract().isEmpty()) {
      return new Scans(new OcrParserProvider().open(StageConfig.of(config)));
    }
    config.put("program", settings.tesseract());
    config.put("languages", settings.languages());
    return new Scans(new TesseractParserProvider().open(StageConfig.of(config)));
  }

  /** The same page with what its pictures say; itself when it is no scan. */
  PageText read(PDDocument document, PDPage page, PageText text, Recognised recognised)
      throws LateException {
    if (!isScan(text)) {
      return ScanText.orEmpty(text);
    }
    if (!recognised.another()) {
      return ScanText.unread(text, "NOT_RECOGNISED");
    }
    try {
      List<Block> found = new ArrayList<>();
      float scale = PageDrawing.scale(text.frame().width(), text.frame().height(), DPI, MAX_PIXELS);
      recognise(drawn(document, page, text.number(), scale), found);
      return merged(text, found, DPI / 72 / scale, recognised);
    } catch (LateException e) {
      throw e;
    } catch (FrostbyteException | LinkageError e) {
      return ScanText.unread(text, "NO_RECOGNITION");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return ScanText.unread(text, "UNREADABLE");
    }
  }

  private static PageText merged(
      PageText text, List<Block> found, float scale, Recognised recognised) {
    ScanText.note(text, found, scale, recognised);
    PageText compared = OcrLayer.compared(text, new ScanText(text, found, scale).shown());
    return new ScanText(compared, found, scale).merged();
  }

  String fingerprint() {
    return recognition.fingerprint();
  }

  @Override
  public void close() throws IOException {
    recognition.close();
  }

  private static boolean isScan(PageText text) {
    int letters = text.chunks().stream().mapToInt(Chunk::letters).sum();
    boolean none = letters == 0 && text.asides().isEmpty();
    float page = text.frame().width() * text.frame().height();
    float images = text.layer().isEmpty() ? ScanText.imageArea(text) : page;
    return images > 0 && (none || letters <= STAMP && images > MOSTLY * page);
  }

  private static byte[] drawn(PDDocument document, PDPage page, int number, float scale)
      throws IOException {
    if (document.getPage(number - 1).getCOSObject() != page.getCOSObject()) {
      throw new IOException("the page tree is not what it claims to be");
    }
    BufferedImage image = PageDrawing.draw(document, number - 1, scale, ImageType.GRAY);
    ByteArrayOutputStream out = new ByteArrayOutputStream(image.getWidth() * image.getHeight());
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "tiff", stream);
    }
    return out.toByteArray();
  }

  private void recognise(byte[] tiff, List<Block> found) throws IOException {
    ParseResult result =
        recognition.parse(DocumentSource.of(tiff), TIFF, ParseLimits.DEFAULT, found::add);
    if (result instanceof ParseResult.Refused refused) {
      boolean late = refused.problem().code() == ProblemCode.PARSER_TIMEOUT;
      throw late ? new LateException() : new IOException("the drawn page was refused");
    }
  }

  /**
   * The recognition took too long: what depends on the speed of the machine ends the document, not
   * a page of it.
   */
  static final class LateException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
