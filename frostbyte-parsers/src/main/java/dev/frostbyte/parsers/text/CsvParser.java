package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.util.List;

/** Reads separated values as one table. Formulas stay the text they are. */
final class CsvParser implements DocumentParser {
  private static final int MOST_COLUMNS = 16_384;

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.read(source)) {
      case Decoding.Result.None none -> none.refused();
      case Decoding.Result.Text text -> emit(dialect(text.value(), type), limits, sink);
    };
  }

  @Override
  public String fingerprint() {
    return "commons-csv " + Libraries.version(org.apache.commons.csv.CSVFormat.class);
  }

  private static CsvDialect dialect(String text, MediaType type) {
    return type.value().equals("text/tab-separated-values")
        ? CsvDialect.tabs(text)
        : CsvDialect.sniff(text);
  }

  private static ParseResult emit(CsvDialect dialect, ParseLimits limits, ElementSink sink)
      throws IOException {
    CsvRows rows = CsvRows.read(dialect, limits.maxCharacters());
    if (rows.columns() > MOST_COLUMNS) {
      return new ParseResult.Refused(
          problem("The table has " + rows.columns() + " columns; " + MOST_COLUMNS + " are read."));
    }
    if (rows.columns() > 0) {
      sink.accept(
          new Block.Table(
              rows.columns(), rows.headerRows(), rows.cells(), UntrustedText.EMPTY, List.of()));
    }
    return rows.cut()
        ? new ParseResult.Cut(
            0,
            problem("The table was cut: maxCharacters of " + limits.maxCharacters() + " reached."))
        : new ParseResult.Complete(0);
  }

  private static Problem problem(String message) {
    return Problem.of(ProblemCode.LIMIT_EXCEEDED, message);
  }
}
