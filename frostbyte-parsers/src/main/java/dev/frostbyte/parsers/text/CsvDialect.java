package dev.frostbyte.parsers.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a text separates its values. Immutable.
 *
 * @param delimiter one of {@code , ; |} and tab
 * @param quoted whether double quotes enclose values; false when that reading fails
 * @param text as a stream
 * @param from characters before the first row: those of a leading {@code sep=} line
 */
record CsvDialect(char delimiter, boolean quoted, TextStream text, int from) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int SAMPLE_ROWS = 100;

  /** Characters of a line that says the delimiter. */
  private static final int SAID = 6;

  /** The dialect whose rows are most evenly divided; comma when none divides. */
  static CsvDialect sniff(TextStream text) throws IOException {
    String line = start(text);
    if (line.regionMatches(true, 0, "sep=", 0, 4) && line.indexOf('\n') == 5) {
      return readable(new CsvDialect(line.charAt(4), true, text, SAID));
    }
    CsvDialect best = new CsvDialect(',', true, text, 0);
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      CsvDialect candidate = new CsvDialect(delimiter, true, text, 0);
      double score = candidate.score();
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return readable(best);
  }

  /** Values between tabs; the dialect is sniffed all the same when no tab divides the text. */
  static CsvDialect tabs(TextStream text) throws IOException {
    CsvDialect tabs = new CsvDialect('\t', true, text, 0);
    return tabs.score() > 0 ? readable(tabs) : sniff(text);
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
            .setQuote(quoted ? '"' : null)
            .setIgnoreEmptyLines(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    BufferedReader reader = new BufferedReader(text.open());
    for (int i = 0; i < from; i++) {
      reader.read();
    }
    return CSVParser.parse(new CsvGuard(reader, delimiter, quoted), format);
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
      return new CsvDialect(dialect.delimiter(), false, dialect.text(), dialect.from());
    }
  }

  /** Share of rows with the commonest number of values, weighed by that number; 0 for one. */
  private double score() {
    List<Integer> widths = widths();
    Map<Integer, Integer> counts = new HashMap<>();
    widths.forEach(width -> counts.merge(width, 1, Integer::sum));
    counts.remove(1);
    if (counts.isEmpty()) {
      return 0;
    }
    Map.Entry<Integer, Integer> mode =
        Collections.max(
            counts.entrySet(),
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()));
    double share = (double) mode.getValue() / widths.size();
    return share * share * (1 + Math.log(mode.getKey()));
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    try (CSVParser parser = open()) {
      Iterator<CSVRecord> rows = parser.iterator();
      while (widths.size() < SAMPLE_ROWS && rows.hasNext()) {
        widths.add(rows.next().size());
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return widths;
    }
    return widths;
  }
}
