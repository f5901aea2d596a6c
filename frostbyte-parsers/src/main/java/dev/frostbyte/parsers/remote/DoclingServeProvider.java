package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads by a docling-serve of the caller's own. Keys: {@code url} (must be given), {@code ocr,
 * forceOcr, ocrLanguages, tables, timeout, answerBytes}; a key of the service's own belongs into
 * the egress policy, as header {@code X-Api-Key}.
 */
@Stage(name = "docling-serve", spi = 1)
@Parses(
    types = {
      Formats.PDF,
      Formats.DOCX,
      Formats.XLSX,
      Formats.PPTX,
      Formats.HTML,
      Formats.PNG,
      Formats.JPEG,
      Formats.TIFF
    })
public final class DoclingServeProvider implements RemoteParserProvider {
  /** For ServiceLoader. */
  public DoclingServeProvider() {}

  @Override
  public RemoteParser open(StageConfig config) {
    DoclingConfig bound = config.bind(DoclingConfig.DEFAULT);
    Languages.require("ocrLanguages", bound.ocrLanguages());
    return new DoclingParser(bound);
  }
}
