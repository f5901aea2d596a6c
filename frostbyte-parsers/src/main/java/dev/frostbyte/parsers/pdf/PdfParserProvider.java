package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.PictureLayout;
import dev.frostbyte.parsers.ocr.OcrParserProvider;

/**
 * Reads PDF with a layout analysis of its own on PDFBox: reading order, tables ruled or not,
 * headings, lists, running headers and footers; text that a reader cannot see is told apart from
 * the rest by how it is painted. Takes the key {@code pageImages}: dots per inch of the pictures it
 * draws of the first {@value PageImages#MOST_PAGES} pages, 0 to 200; 0, the default, draws none;
 * and {@code recognisedPages}: most scanned pages whose text is recognised, 16 by default; others
 * are named as dropped, and the reading is marked as cut. Scanned pages are recognised by the
 * models of the parser {@code ocr}; with the key {@code tesseract}, the absolute path of that
 * program, by Tesseract in the {@code languages} named, default {@code eng}. Takes the key {@code
 * passwordFile}: a file of one password a line in UTF-8, at most 100, that encrypted documents are
 * tried with; empty, the default, for none. Thread-safe.
 *
 * <p>Opening it replaces PDFBox's font look-up for the whole JVM by one that knows only the font
 * PDFBox carries itself, so that no system font is read and no font cache is written, and silences
 * PDFBox's logging to {@code java.util.logging}, which may quote documents.
 */
@Stage(name = "pdf", spi = 1, version = "8")
@Parses(types = "application/pdf", pageImages = true, files = "passwordFile")
public final class PdfParserProvider implements ParserProvider {
  /** For ServiceLoader. */
  public PdfParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    Settings settings = config.bind(new Settings(0, "", OcrParserProvider.PAGES, "", "eng"));
    PdfLibrary.prepare();
    return new PdfParser(settings);
  }

  /** A layout as that of scanned pages, for the words of one image file. */
  public static PictureLayout pictures() {
    return new PicturePages();
  }

  /** What the parser can be told; any other key is refused. */
  record Settings(
      int pageImages,
      String passwordFile,
      int recognisedPages,
      String tesseract,
      String languages) {
    private static final int MOST_DPI = 200;

    Settings {
      if (pageImages < 0 || pageImages > MOST_DPI) {
        throw FrostbyteException.of(
            ProblemCode.CONFIGURATION_INVALID,
            "pageImages must be 0 to " + MOST_DPI + " dots per inch, got " + pageImages + ".");
      }
      OcrParserProvider.requirePages(recognisedPages);
    }
  }
}
