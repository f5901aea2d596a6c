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
  private boolean total;
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

  Sheet section(String name) {
    blocks = new ArrayList<>();
    parts.add(new Part(name, blocks));
    return this;
  }

  /** A paragraph; of a tone {@code lead, good, wait, bad} or none. */
  Sheet paragraph(String tone, String text) {
    blocks.add(new Block.Paragraph(tone, text));
    return this;
  }

  /** Text whose lines stay as they are, such as a signed note. */
  Sheet verbatim(String text) {
    blocks.add(new Block.Verbatim(text));
    return this;
  }

  /** Bars; one of this length, if it is not 0, fills the chart. */
  Sheet chart(String name, long whole, List<Block.Bar> bars) {
    blocks.add(new Block.Chart(name, whole, List.copyOf(bars)));
    return this;
  }

  /** Lines to be filled in by hand. */
  Sheet signing(List<String> roles) {
    blocks.add(new Block.Signing(List.copyOf(roles)));
    return this;
  }

  Sheet terms() {
    terms = new ArrayList<>();
    blocks.add(new Block.Terms(terms));
    return this;
  }

  Sheet term(String name, String meaning) {
    terms.add(new Block.Term(name, new Cell.Text(meaning)));
    return this;
  }

  /** A term whose meaning is the sender's word. */
  Sheet term(String name, UntrustedText meaning) {
    terms.add(new Block.Term(name, new Cell.Name(meaning)));
    return this;
  }

  /** A table; its first column names the row. */
  Sheet table(String name, String... names) {
    caption = name;
    columns = List.of(names);
    rows = new ArrayList<>();
    totals = 0;
    return this;
  }

  Sheet endTable() {
    blocks.add(new Block.Table(caption, columns, List.copyOf(rows), totals));
    return this;
  }

  Sheet row() {
    cells = new ArrayList<>();
    total = false;
    return this;
  }

  /** The last row, which sums up. */
  Sheet totalRow() {
    row();
    total = true;
    return this;
  }

  Sheet endRow() {
    if (cells.size() != columns.size()) {
      throw new IllegalStateException(
          caption + ": a row has " + cells.size() + " cells, not " + columns.size());
    }
    rows.add(List.copyOf(cells));
    totals += total ? 1 : 0;
    return this;
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
