package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads scanned pages and other pictures of English text, in process: PNG, JPEG and TIFF with any
 * number of pages. Its one key is {@code output}: {@code blocks}, the default, or {@code words} for
 * parsers that lay pages out themselves. Thread-safe.
 *
 * <p>Text is levelled, turned upright and read in columns. A page whose letters are less than 70
 * percent certain, or that seems to be in another language, is flagged as dropped content {@code
 * recognised-text}; lines of less than 50 percent are left out as {@code line}; a page without
 * readable text is {@code page-image}. ONNX Runtime unpacks its native library into the temp
 * folder.
 */
@Stage(name = "ocr", spi = 1)
@Parses(types = {"image/png", "image/jpeg", "image/tiff"})
public final class OcrParserProvider implements ParserProvider {
  /** For ServiceLoader. */
  public OcrParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    return new OcrParser(config.bind(OcrSettings.DEFAULT));
  }
}
