package dev.frostbyte.core.report;

import java.util.List;

/** A piece of a report, one under the other. Immutable once the sheet is filled. */
sealed interface Block {
  /**
   * A paragraph.
   *
   * @param tone {@code lead, good, wait} or empty
   */
  record Paragraph(String tone, String text) implements Block {}

  /** Text whose lines stay as they are. */
  record Verbatim(String text) implements Block {}

  /** Names and what they stand for. */
  record Terms(List<Term> terms) implements Block {}

  /** One of them. */
  record Term(String name, Cell meaning) {}

  /**
   * A table.
   *
   * @param columns names; one that begins with {@link Sheet#NUMBER} holds numbers
   * @param totals rows at the end that sum up
   */
  record Table(String caption, List<String> columns, List<List<Cell>> rows, int totals)
      implements Block {
    boolean numeric(int column) {
      return columns.get(column).startsWith(Sheet.NUMBER);
    }

    String column(int column) {
      String name = columns.get(column);
      return numeric(column) ? name.substring(Sheet.NUMBER.length()) : name;
    }

    boolean total(int row) {
      return row >= rows.size() - totals;
    }
  }

  /**
   * Lengths side by side; each says its number in words too, so that no colour is needed.
   *
   * @param whole length that fills the chart; 0 for that of its longest bar
   */
  record Chart(String caption, long whole, List<Bar> bars) implements Block {
    long longest() {
      return Math.max(Math.max(1, whole), bars.stream().mapToLong(Bar::length).max().orElse(1));
    }
  }

  /**
   * A bar.
   *
   * @param label what it stands for
   * @param length in any unit, the same for all bars of a chart
   * @param value the number as a person reads it
   * @param marked whether it wants attention: drawn hatched, not filled
   */
  record Bar(Cell label, long length, String value, boolean marked) {}

  /** Lines to sign on, one for each role. */
  record Signing(List<String> roles) implements Block {}
}
