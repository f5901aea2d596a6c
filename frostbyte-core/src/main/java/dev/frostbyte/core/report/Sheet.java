package dev.frostbyte.core.report;

import dev.frostbyte.api.model.UntrustedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report says, part by part, whatever form it is written in. Filled from top to bottom by
 * one thread, then only read.
 */
final class Sheet {
  /** Put before the name of a column that holds numbers. */
  static final String NUMBER = "#";

  private final String title;
  private final List<Part> parts = new ArrayList<>();
  private List<Block> blocks = new ArrayList<>();
  private List<Block.Term> terms = new ArrayList<>();
  private List<List<Cell>> rows = new ArrayList<>();
  private List<Cell> cells = new ArrayList<>();
  private int totals;
  private String caption = "";
  private List<String> columns = List.of();

  /** Begins with the head, which has no title of its own. */
  Sheet(String title) {
    this.title = title;
    parts.add(new Part("", blocks));
  }

  String title() {
    return title;
  }

  List<Part> parts() {
    return parts;
  }

  void section(String name) {
    blocks = new ArrayList<>();
    parts.add(new Part(name, blocks));
  }

  /** A paragraph; of a tone {@code lead, good, wait} or none. */
  void paragraph(String tone, String text) {
    blocks.add(new Block.Paragraph(tone, text));
  }

  /** Text whose lines stay as they are, such as a signed note. */
  void verbatim(String text) {
    blocks.add(new Block.Verbatim(text));
  }

  /** Bars; one of this length, if it is not 0, fills the chart. */
  void chart(String name, long whole, List<Block.Bar> bars) {
    blocks.add(new Block.Chart(name, whole, List.copyOf(bars)));
  }

  /** Lines to be filled in by hand. */
  void signing(List<String> roles) {
    blocks.add(new Block.Signing(List.copyOf(roles)));
  }

  void terms() {
    terms = new ArrayList<>();
    blocks.add(new Block.Terms(terms));
  }

  void term(String name, String meaning) {
    terms.add(new Block.Term(name, new Cell.Text(meaning)));
  }

  /** A term that is said only where there is something to count. */
  void term(int count, String name, String meaning) {
    if (count > 0) {
      term(name, meaning);
    }
  }

  /** A term whose meaning is the sender's word. */
  void term(String name, UntrustedText meaning) {
    terms.add(new Block.Term(name, new Cell.Name(meaning)));
  }

  /** A table; its first column names the row. */
  void table(String name, String... names) {
    caption = name;
    columns = List.of(names);
    rows = new ArrayList<>();
    totals = 0;
  }

  void endTable() {
    blocks.add(new Block.Table(caption, columns, List.copyOf(rows), totals));
  }

  Sheet row() {
    cells = new ArrayList<>();
    return this;
  }

  /** The last row, which sums up. */
  Sheet totalRow() {
    totals++;
    return row();
  }

  void endRow() {
    if (cells.size() != columns.size()) {
      throw new IllegalStateException(
          caption + ": a row has " + cells.size() + " cells, not " + columns.size());
    }
    rows.add(List.copyOf(cells));
  }

  Sheet name(UntrustedText fileName) {
    return add(new Cell.Name(fileName));
  }

  Sheet badge(String outcome) {
    return add(new Cell.Badge(outcome));
  }

  Sheet cell(String text) {
    return add(new Cell.Text(text));
  }

  Sheet time(Instant time) {
    return add(new Cell.Time(Plain.time(time)));
  }

  Sheet number(String text) {
    return add(new Cell.Number(text));
  }

  Sheet number(long number) {
    return number(Long.toString(number));
  }

  /** A count; nothing where there is nothing to count. */
  Sheet count(long number) {
    return number(number == 0 ? "" : Long.toString(number));
  }

  Sheet hash(String text) {
    return add(new Cell.Hash(text));
  }

  Sheet code(String text) {
    return add(new Cell.Code(text));
  }

  private Sheet add(Cell cell) {
    cells.add(cell);
    return this;
  }

  /** A part under a heading; the first has none. */
  record Part(String title, List<Block> blocks) {}
}
