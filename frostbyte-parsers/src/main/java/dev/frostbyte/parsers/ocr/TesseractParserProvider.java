package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.PageModels;

/**
 * Reads PNG, JPEG and TIFF by the program Tesseract, version 5, where one is installed: in every
 * language it has data for. <b>It starts a program</b>, so it is asked only where it is named, with
 * the place of the program. Thread-safe.
 *
 * <p>Keys: {@code program}, an absolute path, which must be given; {@code languages}, such as
 * {@code eng+deu}, default {@code eng}; {@code output} and {@code recognisedPages} as those of
 * {@code ocr}; {@code pageTime}, most time for a page, default a minute: when it is over the file
 * is refused with {@code PARSER_TIMEOUT}.
 *
 * <p>The program gets the page, levelled, on its standard input and nothing else: no environment,
 * no file of the document, no network that it would use. Where its words stand goes through the
 * same layout as all other recognised text. Pages must stand upright.
 */
@Stage(name = "tesseract", spi = 1, version = "4")
@Parses(
    types = {"image/png", "image/jpeg", "image/tiff"},
    onlyByName = true,
    pageModels = true)
public final class TesseractParserProvider implements ParserProvider {
  /** For ServiceLoader. */
  public TesseractParserProvider() {}

  /**
   * Opens it.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when there is no such program, when it
   *     is no Tesseract 5, or when it lacks a language
   */
  @Override
  public DocumentParser open(StageConfig config) {
    TesseractSettings settings = ModelSlot.without(config).bind(TesseractSettings.DEFAULT);
    TesseractProgram program = new TesseractProgram(settings.file(), settings.pageTime());
    TesseractData data = TesseractData.of(program, settings.languages());
    PageReader reader = new TesseractReader(program, data);
    return new OcrParser(settings.ocr(), reader, PageModels.open(config));
  }
}
