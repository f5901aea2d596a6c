package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;

/** Opens the container of an office file and lets a format read it. Thread-safe, keeps nothing. */
final class OfficeParser implements DocumentParser {
  private final Format format;

  OfficeParser(Format format) {
    this.format = format;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (Container container = Container.open(source, limits)) {
      Output out = new Output(sink, limits);
      int pages = out.whole(() -> read(container, out));
      EmbeddedFiles.emit(container, sink);
      return new ParseResult.Complete(pages);
    } catch (RefusedException e) {
      return new ParseResult.Refused(e.problem());
    }
  }

  private int read(Container container, Output out) throws IOException {
    DocumentProperties.emit(container, out);
    OutsideReferences.emit(container, out);
    return format.read(container, mainPart(container), out);
  }

  private static String mainPart(Container container) throws IOException {
    return container
        .relations("")
        .first("officeDocument")
        .filter(container::has)
        .orElseThrow(
            () -> RefusedException.corrupted("The office file does not name its main part."));
  }

  /** Reads what is special to one kind of office file. */
  @FunctionalInterface
  interface Format {
    /**
     * Reads the document.
     *
     * @return slides or sheets; 0 when the format has none
     */
    int read(Container container, String mainPart, Output out) throws IOException;
  }
}
