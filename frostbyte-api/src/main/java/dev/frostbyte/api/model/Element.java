package dev.frostbyte.api.model;

import java.util.List;

/**
 * A part of a canonical document with its place in a text; in reading order, not overlapping.
 * Immutable.
 */
public sealed interface Element {
  /** Position in reading order, from 0. */
  int number();

  /** Where its text stands. */
  Span span();

  /** The same element at another place; cells of a table move through {@code places}. */
  Element moved(Places places);

  /** Maps a span into another text, such as from ORIGINAL to SERVED. */
  @FunctionalInterface
  interface Places {
    /** Where a span stands in the other text. */
    Span of(Span span);
  }

  /**
   * A heading.
   *
   * @param level 1 to 9
   */
  record Heading(int number, int level, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Heading(number, level, places.of(span));
    }
  }

  /** Running text. */
  record Paragraph(int number, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Paragraph(number, places.of(span));
    }
  }

  /**
   * A list item.
   *
   * @param depth from 0
   * @param marker as written; may be empty
   */
  record ListItem(int number, int depth, UntrustedText marker, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new ListItem(number, depth, marker, places.of(span));
    }
  }

  /**
   * A table: rows are lines, cells of a row are separated by tabs in the text; a caption, when
   * there is one, is the first line.
   *
   * @param columns at least 1
   * @param headerRows rows from the top that are headings
   * @param caption place of the caption, empty when {@code start == end}
   */
  record Table(int number, int columns, int headerRows, Span caption, List<Cell> cells, Span span)
      implements Element {
    /** Copies the list. */
    public Table {
      cells = List.copyOf(cells);
    }

    @Override
    public Element moved(Places places) {
      List<Cell> moved = cells.stream().map(cell -> cell.at(places.of(cell.span()))).toList();
      return new Table(number, columns, headerRows, places.of(caption), moved, places.of(span));
    }
  }

  /**
   * One cell, by row then column.
   *
   * @param row from 0
   * @param column from 0
   * @param value what it holds; its kind alone in what is served
   */
  record Cell(int row, int column, int rowSpan, int columnSpan, Span span, CellValue value) {
    /** A cell of which its text is all that is known. */
    public Cell(int row, int column, int rowSpan, int columnSpan, Span span) {
      this(row, column, rowSpan, columnSpan, span, CellValue.TEXT);
    }

    /** The same cell at a place of another text, which may be redacted: its kind stays. */
    public Cell at(Span place) {
      return new Cell(row, column, rowSpan, columnSpan, place, value.kindOnly());
    }
  }

  /**
   * Text whose line breaks matter.
   *
   * @param language of the code as written; may be empty
   */
  record Preformatted(int number, UntrustedText language, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Preformatted(number, language, places.of(span));
    }
  }

  /** A picture or drawing; its text is its caption, of no length when it has none. */
  record Figure(int number, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Figure(number, places.of(span));
    }
  }

  /** A formula set apart. */
  record Formula(int number, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Formula(number, places.of(span));
    }
  }

  /**
   * A note at the foot of a page or the end of the document.
   *
   * @param marker as written; may be empty
   */
  record Footnote(int number, UntrustedText marker, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Footnote(number, marker, places.of(span));
    }
  }

  /** Text outside the body; never part of a chunk. */
  record Furniture(int number, Block.Furniture.Role role, Span span) implements Element {
    @Override
    public Element moved(Places places) {
      return new Furniture(number, role, places.of(span));
    }
  }
}
