package dev.frostbyte.parsers.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a text separates its values. Immutable.
 *
 * @param delimiter one of {@code , ; |} and tab, or what a leading {@code sep=} line says
 * @param quote that encloses values; {@link #NONE} when none does or its reading fails
 * @param text as a stream
 * @param from characters before the first row: those of a leading {@code sep=} line
 */
record CsvDialect(char delimiter, char quote, TextStream text, int from) {
  /** Nothing encloses values. */
  static final char NONE = '\0';

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE_ROWS = 100;

  /** Characters of a line that says the delimiter. */
  private static final int SAID = 6;

  /** The dialect whose rows are most evenly divided; comma when none divides. */
  static CsvDialect sniff(TextStream text) throws IOException {
    String line = start(text);
    if (saysDelimiter(line)) {
      return quoted(new CsvDialect(line.charAt(4), '"', text, SAID));
    }
    CsvDialect best = quoted(new CsvDialect(',', '"', text, 0));
    double bestScore = best.sample().score();
    for (char delimiter : DELIMITERS) {
      CsvDialect candidate = quoted(new CsvDialect(delimiter, '"', text, 0));
      double score = candidate.sample().score();
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return readable(best);
  }

  /**
   * A line that names what can be no delimiter, such as a quote or a letter, is a row like others.
   */
  private static boolean saysDelimiter(String line) {
    return line.regionMatches(true, 0, "sep=", 0, 4)
        && line.indexOf('\n') == SAID - 1
        && canDivide(line.charAt(4));
  }

  private static boolean canDivide(char character) {
    boolean value = Character.isLetterOrDigit(character) || Character.isSurrogate(character);
    boolean quote = character == '"' || character == '\'';
    boolean control = Character.isISOControl(character) && character != '\t';
    boolean lineEnd = character == '\u2028' || character == '\u2029';
    return !value && !quote && !control && !lineEnd;
  }

  /** Values between tabs; the dialect is sniffed all the same when no tab divides the text. */
  static CsvDialect tabs(TextStream text) throws IOException {
    CsvDialect tabs = quoted(new CsvDialect('\t', '"', text, 0));
    return tabs.sample().score() > 0 ? readable(tabs) : sniff(text);
  }

  /** The same with single quotes where most values that start with one are enclosed by two. */
  private static CsvDialect quoted(CsvDialect dialect) {
    CsvSample usual = dialect.sample();
    CsvDialect single = new CsvDialect(dialect.delimiter, '\'', dialect.text, dialect.from);
    return usual.startSingle() && single.sample().isBetter(usual) ? single : dialect;
  }

  /** The columns most rows have, of those with more than one; 1 when there are none. */
  int columns() {
    return sample().columns();
  }

  private static String start(TextStream text) throws IOException {
    char[] start = new char[SAID];
    try (BufferedReader reader = new BufferedReader(text.open(), SAID)) {
      int read = reader.read(start, 0, SAID);
      return new String(start, 0, Math.max(0, read));
    }
  }

  /** The rows; whoever opens it closes it. */
  CSVParser open() throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setQuote(quote == NONE ? null : quote)
            .setIgnoreEmptyLines(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    BufferedReader reader = new BufferedReader(text.open());
    for (int i = 0; i < from; i++) {
      reader.read();
    }
    return CSVParser.parse(new CsvGuard(reader, delimiter, quote), format);
  }

  /**
   * The same dialect without quotes when its quotes do not pair up; a record that does not fit says
   * nothing about them.
   */
  private static CsvDialect readable(CsvDialect dialect) {
    try (CSVParser parser = dialect.open()) {
      parser.forEach(row -> {});
      return dialect;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      if (e.getCause() instanceof CsvGuard.RecordException) {
        return dialect;
      }
      return new CsvDialect(dialect.delimiter(), NONE, dialect.text(), dialect.from());
    }
  }

  private CsvSample sample() {
    List<CSVRecord> rows = new ArrayList<>();
    try (CSVParser parser = open()) {
      Iterator<CSVRecord> all = parser.iterator();
      while (rows.size() < SAMPLE_ROWS && all.hasNext()) {
        rows.add(all.next());
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return new CsvSample(rows);
    }
    return new CsvSample(rows);
  }
}
