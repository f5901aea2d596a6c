package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.PageModels;

/**
 * Reads scanned pages and other pictures of English text, in process: PNG, JPEG and TIFF with any
 * number of pages. Takes the keys {@code output}: {@code blocks}, the default, or {@code words} for
 * parsers that lay pages out themselves; and {@code recognisedPages}: most pages of one file that
 * are read, {@value #PAGES} by default. Thread-safe.
 *
 * <p>Text is levelled, turned upright and laid out as scanned pages of a PDF are: tables, columns,
 * headings and lists, all of them emitted after the last page. A page whose letters are less than
 * 70 percent certain, or that seems to be in another language, is flagged as dropped content {@code
 * recognised-text}; lines of less than 50 percent are left out as {@code line}; a page without
 * readable text is {@code page-image}. ONNX Runtime unpacks its native library into the temp
 * folder.
 */
@Stage(name = "ocr", spi = 1, version = "4")
@Parses(
    types = {"image/png", "image/jpeg", "image/tiff"},
    pageModels = true)
public final class OcrParserProvider implements ParserProvider {
  /**
   * Pages of one document that are recognised by default: at 4 to 8 seconds each as many as the
   * default deadline of two minutes allows for.
   */
  public static final int PAGES = 16;

  private static final int MOST_PAGES = 5_000;

  /** For ServiceLoader. */
  public OcrParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    OcrSettings settings = ModelSlot.without(config).bind(OcrSettings.DEFAULT);
    return new OcrParser(settings, new SharedReader(), PageModels.open(config));
  }

  /**
   * The picture of a page as level as its recognised words are.
   *
   * @param upright the same picture with its text upright
   */
  public static PagePicture levelled(PagePicture shown, PagePicture upright) {
    return Levelling.levelled(shown, Levelling.angle(upright));
  }

  /**
   * Checks how many pages are to be recognised.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when it is not 0 to 5,000
   */
  public static void requirePages(int recognisedPages) {
    if (recognisedPages < 0 || recognisedPages > MOST_PAGES) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "recognisedPages must be 0 to " + MOST_PAGES + ", got " + recognisedPages + ".");
    }
  }
}
