package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads separated values as one table, a large one in parts. Formulas stay the text they are and
 * are remarked on.
 */
final class CsvParser implements DocumentParser {
  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.open(source)) {
      case Decoding.None none -> none.refused();
      case Decoding.Opened.Stream text -> {
        sink.accept(new Block.Encoded(text.value().encoding()));
        yield emit(dialect(text.value(), type), limits, sink);
      }
    };
  }

  @Override
  public String fingerprint() {
    return "commons-csv " + Libraries.version(org.apache.commons.csv.CSVFormat.class);
  }

  private static CsvDialect dialect(TextStream text, MediaType type) throws IOException {
    return type.value().equals("text/tab-separated-values")
        ? CsvDialect.tabs(text)
        : CsvDialect.sniff(text);
  }

  private static ParseResult emit(CsvDialect dialect, ParseLimits limits, ElementSink sink)
      throws IOException {
    CsvTables tables = new CsvTables(limits.maxCharacters(), dialect.columns(), sink);
    try {
      boolean whole = addRows(dialect, tables);
      tables.emit();
      return whole
          ? new ParseResult.Complete(0, CsvCount.of(dialect))
          : cut("maxCharacters of " + limits.maxCharacters() + " reached.");
    } catch (CsvGuard.RecordException e) {
      if (e.isWide()) {
        return new ParseResult.Refused(problem(String.valueOf(e.getMessage())));
      }
      tables.emit();
      return cut(String.valueOf(e.getMessage()));
    }
  }

  /** False when the rows do not fit into the budget. */
  private static boolean addRows(CsvDialect dialect, CsvTables tables) throws IOException {
    boolean whole = true;
    try (CSVParser rows = dialect.open()) {
      Iterator<CSVRecord> each = rows.iterator();
      while (whole && each.hasNext()) {
        whole = tables.add(each.next());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return whole;
  }

  private static ParseResult cut(String why) {
    return new ParseResult.Cut(0, problem("The table was cut: " + why));
  }

  private static Problem problem(String message) {
    return Problem.of(ProblemCode.LIMIT_EXCEEDED, message);
  }
}
