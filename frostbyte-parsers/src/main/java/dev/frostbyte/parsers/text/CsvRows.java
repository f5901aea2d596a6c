package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a text. Immutable.
 *
 * @param columns width of the widest row, 0 when there is none
 * @param headerRows 1 when the first row looks like names of columns
 * @param cut whether the character budget ended the reading
 */
record CsvRows(int columns, int headerRows, List<Block.Cell> cells, boolean cut) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+(]?[$€£]?\\s?\\d[\\d.,:/\\s-]*[%)€$£]?");

  /** Reads rows while they fit; every cell costs its text and one separator. */
  static CsvRows read(CsvDialect dialect, long maxCharacters) throws IOException {
    List<Block.Cell> cells = new ArrayList<>();
    int columns = 0;
    int row = 0;
    int headerRows = 0;
    long left = maxCharacters;
    try (CSVParser parser = dialect.open()) {
      for (CSVRecord record : parser) {
        left -= cost(record);
        if (left < 0) {
          return new CsvRows(columns, headerRows, cells, true);
        }
        headerRows = row == 0 && namesColumns(record) ? 1 : headerRows;
        columns = Math.max(columns, record.size());
        add(record, row++, cells);
      }
    }
    return new CsvRows(columns, row > 1 ? headerRows : 0, cells, false);
  }

  private static long cost(CSVRecord record) {
    long cost = record.size();
    for (String value : record) {
      cost += value.length();
    }
    return cost;
  }

  private static void add(CSVRecord record, int row, List<Block.Cell> cells) {
    for (int column = 0; column < Math.min(record.size(), 16_384); column++) {
      cells.add(Block.Cell.of(row, column, record.get(column).strip()));
    }
  }

  /** Whether a first row holds distinct words in every column and no number. */
  private static boolean namesColumns(CSVRecord record) {
    Set<String> names = new HashSet<>();
    for (String value : record) {
      String name = value.strip();
      if (name.isEmpty() || NUMBER.matcher(name).matches() || !names.add(name)) {
        return false;
      }
    }
    return true;
  }
}
