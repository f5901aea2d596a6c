package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Reads PDF with a layout analysis of its own on PDFBox: reading order, tables ruled or not,
 * headings, lists, running headers and footers; text that a reader cannot see is told apart from
 * the rest by how it is painted. Takes no configuration. Thread-safe.
 *
 * <p>Opening it replaces PDFBox's font look-up for the whole JVM by one that knows only the font
 * PDFBox carries itself, so that no system font is read and no font cache is written, and silences
 * PDFBox's logging to {@code java.util.logging}, which may quote documents.
 */
@Stage(name = "pdf", spi = 1)
@Parses(types = "application/pdf")
public final class PdfParserProvider implements ParserProvider {
  /** For ServiceLoader. */
  public PdfParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    config.bind(new NoSettings());
    PdfLibrary.prepare();
    return new PdfParser();
  }

  /** The parser takes no keys; any is refused. */
  record NoSettings() {}
}
