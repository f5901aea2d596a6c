package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * Makes a table of rows, and emits it in parts when it grows large, so that no more than a part is
 * held. Only the first part has the row that names the columns. One thread.
 */
final class CsvTables {
  /** Characters of a part; every cell costs its text and one separator. */
  static final int PART = 1 << 20;

  /** Most columns a table has. */
  static final int WIDEST = 16_384;

  private static final Pattern NUMBER =
      Pattern.compile("[-+(]?[$€£]?\\s?\\d[\\d.,:/\\s-]*[%)€$£]?");

  private final ElementSink sink;
  private final long most;
  private final int usual;
  private final List<Block.Cell> cells = new ArrayList<>();
  private long taken;
  private long held;
  private int columns;
  private int row;
  private final CsvFormulas formulas = new CsvFormulas();
  private boolean preamble;
  private boolean first = true;
  private boolean named;

  /**
   * Tables of rows.
   *
   * @param most characters of all rows
   * @param usual columns most rows have
   */
  CsvTables(long most, int usual, ElementSink sink) {
    this.most = most;
    this.usual = usual;
    this.preamble = usual > 1;
    this.sink = sink;
  }

  /** Takes a row; false when it does not fit into the budget any more. */
  boolean add(CSVRecord record) throws IOException {
    long cost = cost(record);
    taken += cost;
    if (taken > most) {
      return false;
    }
    preamble &= isPreamble(record);
    if (preamble) {
      sink.accept(Block.paragraph(String.join(" ", record.toList()).strip()));
      return true;
    }
    if (held > 0 && held + cost > PART) {
      emit();
    }
    held += cost;
    named |= first && row == 0 && namesColumns(record);
    columns = Math.max(columns, record.size());
    for (int column = 0; column < record.size(); column++) {
      String value = record.get(column).strip();
      formulas.see(value);
      cells.add(Block.Cell.of(row, column, value));
    }
    row++;
    return true;
  }

  /** Emits what is held. */
  void emit() throws IOException {
    if (row > 0) {
      int heads = named && row > 1 ? 1 : 0;
      sink.accept(new Block.Table(columns, heads, cells, UntrustedText.EMPTY, List.of()));
    }
    for (Block remark : formulas.take()) {
      sink.accept(remark);
    }
    cells.clear();
    first = false;
    named = false;
    row = 0;
    held = 0;
  }

  /** Whether a row above the table is a title or a remark: its first value alone, or marked so. */
  private boolean isPreamble(CSVRecord record) {
    boolean alone = record.stream().skip(1).allMatch(String::isBlank);
    boolean remark = record.get(0).startsWith("#") && record.size() != usual;
    return remark || (alone && !record.get(0).isBlank());
  }

  private static long cost(CSVRecord record) {
    long cost = record.size();
    for (String value : record) {
      cost += value.length();
    }
    return cost;
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
