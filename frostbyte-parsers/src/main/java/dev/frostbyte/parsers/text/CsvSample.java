package dev.frostbyte.parsers.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The first rows of separated values as one dialect reads them. Immutable. */
record CsvSample(List<CSVRecord> rows) {
  /** Copies the list. */
  CsvSample {
    rows = List.copyOf(rows);
  }

  /** Share of rows with the commonest number of values, weighed by that number; 0 for one. */
  double score() {
    Map.Entry<Integer, Integer> mode = mode();
    double share = rows.isEmpty() ? 0 : (double) mode.getValue() / rows.size();
    return share * share * (1 + Math.log(mode.getKey()));
  }

  /** The commonest number of values of a row, of those above one; 1 when there are none. */
  int columns() {
    return mode().getKey();
  }

  /** Of rows alike, the wider. */
  private Map.Entry<Integer, Integer> mode() {
    Map<Integer, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
    counts.remove(1);
    return counts.isEmpty()
        ? Map.entry(1, 0)
        : Collections.max(
            counts.entrySet(),
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()));
  }

  /** Whether a value starts with a single quote. */
  boolean startSingle() {
    return rows.stream().flatMap(CSVRecord::stream).anyMatch(value -> value.startsWith("'"));
  }

  /**
   * Whether this reading, in which single quotes enclose values, divides the rows more evenly than
   * the usual one; or as evenly, when in that one half of all values stand between two of them.
   */
  boolean isBetter(CsvSample usual) {
    long values =
        usual.rows.stream().flatMap(CSVRecord::stream).filter(it -> !it.isBlank()).count();
    long enclosed =
        usual.rows.stream().flatMap(CSVRecord::stream).filter(CsvSample::single).count();
    double ahead = score() - usual.score();
    return ahead > 0 || (ahead == 0 && rows.size() == usual.rows.size() && 2 * enclosed >= values);
  }

  private static boolean single(String value) {
    return value.length() > 1 && value.startsWith("'") && value.endsWith("'");
  }
}
