package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.PageModels;
import java.io.IOException;

/**
 * Reads image files page by page; blocks are emitted after the last one, since headings and running
 * headers show only when all pages are known. Thread-safe. What recognises the text is opened for
 * the first page and stays open until it is closed.
 */
final class OcrParser implements DocumentParser {
  private final OcrSettings settings;
  private final PageReader reader;
  private final PageModels models;

  /** Takes over the reader and the models and closes them. */
  OcrParser(OcrSettings settings, PageReader reader, PageModels models) {
    this.settings = settings;
    this.reader = reader;
    this.models = models;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    if (source.size() == 0) {
      return refused(Problem.of(ProblemCode.FILE_EMPTY, "The file has no bytes."));
    }
    try (ImageFile file = ImageFile.open(type, source)) {
      int pages = Decoding.of(file::pages);
      PageOutput output = PageOutput.of(settings.output(), sink, models);
      return new ImagePages(file, settings.recognisedPages(), reader, output).emit(pages, limits);
    } catch (RefusedException e) {
      return refused(e.problem());
    }
  }

  @Override
  public String fingerprint() {
    return reader.fingerprint() + models.fingerprint();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    models.close();
  }

  private static ParseResult refused(Problem problem) {
    return new ParseResult.Refused(problem);
  }
}
