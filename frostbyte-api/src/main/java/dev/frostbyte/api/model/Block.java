package dev.frostbyte.api.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a parser emits, in reading order. Text is untrusted and raw: the engine normalises it (NFC),
 * strips it of control characters, and gives it its place in the canonical text. Blank text is
 * allowed and dropped. Immutable.
 */
public sealed interface Block
    permits Attached,
        Block.Heading,
        Block.Paragraph,
        Block.ListItem,
        Block.Table,
        Block.Figure,
        Block.Formula,
        Block.Footnote,
        Block.Encoded,
        Block.Language,
        Block.Page,
        Block.PageImage,
        Block.Link,
        Block.Noted,
        Block.Preformatted,
        Block.Furniture,
        Block.Hidden,
        Block.Dropped {
  /** Where the block stands; empty when the format has no pages. */
  List<Region> regions();

  /**
   * A heading.
   *
   * @param level 1 (document or top section) to 9
   */
  record Heading(int level, UntrustedText text, List<Region> regions) implements Block {
    /** Checks the level. */
    public Heading {
      requireRange("heading level", level, 1, 9);
      regions = List.copyOf(regions);
    }
  }

  /** A paragraph of running text. */
  record Paragraph(UntrustedText text, List<Region> regions) implements Block {
    /** Copies the list. */
    public Paragraph {
      regions = List.copyOf(regions);
    }
  }

  /**
   * One item of a list, its sub-items following as items of greater depth.
   *
   * @param depth from 0
   * @param marker as written, such as {@code 1.} or {@code •}; may be empty
   */
  record ListItem(int depth, UntrustedText marker, UntrustedText text, List<Region> regions)
      implements Block {
    /** Checks the depth. */
    public ListItem {
      requireRange("list depth", depth, 0, 99);
      regions = List.copyOf(regions);
    }
  }

  /**
   * A table. Cells come by row, then column; a covered place has no cell.
   *
   * @param columns at least 1
   * @param headerRows rows from the top that are headings, 0 when unknown
   * @param caption may be empty
   */
  record Table(
      int columns, int headerRows, List<Cell> cells, UntrustedText caption, List<Region> regions)
      implements Block {
    /** Checks that every cell lies inside. */
    public Table {
      requireRange("table columns", columns, 1, 16_384);
      cells = List.copyOf(cells);
      regions = List.copyOf(regions);
      for (Cell cell : cells) {
        requireRange("cell column", cell.column() + cell.columnSpan(), 1, columns);
      }
    }
  }

  /**
   * One cell of a table.
   *
   * @param row from 0
   * @param column from 0
   * @param rowSpan at least 1
   * @param columnSpan at least 1
   * @param value what it holds
   */
  record Cell(
      int row, int column, int rowSpan, int columnSpan, UntrustedText text, CellValue value) {
    /** Checks the numbers. */
    public Cell {
      requireRange("cell row", row, 0, 10_000_000);
      requireRange("cell column", column, 0, 16_383);
      requireRange("row span", rowSpan, 1, 10_000_000);
      requireRange("column span", columnSpan, 1, 16_384);
    }

    /** A cell of which its text is all that is known. */
    public Cell(int row, int column, int rowSpan, int columnSpan, UntrustedText text) {
      this(row, column, rowSpan, columnSpan, text, CellValue.TEXT);
    }

    /** A cell without spans. */
    public static Cell of(int row, int column, String text) {
      return new Cell(row, column, 1, 1, UntrustedText.of(text));
    }
  }

  /** A picture or drawing, with what is written under it. */
  record Figure(UntrustedText caption, List<Region> regions) implements Block {
    /** Copies the list. */
    public Figure {
      regions = List.copyOf(regions);
    }
  }

  /** A formula set apart, as the text its source gives: Unicode, LaTeX or what was recognised. */
  record Formula(UntrustedText text, List<Region> regions) implements Block {
    /** Copies the list. */
    public Formula {
      regions = List.copyOf(regions);
    }
  }

  /**
   * A note at the foot of a page or the end of the document.
   *
   * @param marker as written, such as {@code 1} or {@code *}; may be empty
   */
  record Footnote(UntrustedText marker, UntrustedText text, List<Region> regions) implements Block {
    /** Copies the list. */
    public Footnote {
      regions = List.copyOf(regions);
    }
  }

  /**
   * In which encoding the bytes were read; told once for each part of a document that has bytes of
   * its own, and again only where it changes.
   */
  record Encoded(TextEncoding encoding) implements Block {
    @Override
    public List<Region> regions() {
      return List.of();
    }
  }

  /**
   * The language a document says it is written in; it counts where its text does not tell another.
   *
   * @param tag after BCP 47, as written
   */
  record Language(UntrustedText tag) implements Block {
    @Override
    public List<Region> regions() {
      return List.of();
    }
  }

  /** A page or slide begins; told before what stands on it. */
  record Page(PageSize size) implements Block {
    @Override
    public List<Region> regions() {
      return List.of();
    }
  }

  /**
   * A picture of a whole page, as a person sees it; made only where a parser's configuration asks
   * for it, and never part of a canonical document.
   *
   * @param number of the page, from 1
   * @param png at most {@link #MAX_BYTES}; must not be changed
   */
  record PageImage(int number, byte[] png) implements Block {
    /** Most bytes of a picture. */
    public static final int MAX_BYTES = 4 << 20;

    /** Checks number and size. */
    public PageImage {
      requireRange("page number", number, 1, Integer.MAX_VALUE);
      requireRange("bytes of a page image", png.length, 0, MAX_BYTES);
    }

    @Override
    public List<Region> regions() {
      return List.of();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof PageImage image
          && image.number == number
          && Arrays.equals(image.png, png);
    }

    @Override
    public int hashCode() {
      return 31 * number + Arrays.hashCode(png);
    }

    /** Tells no content. */
    @Override
    public String toString() {
      return "PageImage[number=" + number + ", bytes=" + png.length + "]";
    }
  }

  /**
   * A link in the text of the block before it; several come in the order of their labels.
   *
   * @param label what a reader sees of it; the whole block when it is not found there
   * @param target where it leads, as written
   */
  record Link(UntrustedText label, UntrustedText target, List<Region> regions) implements Block {
    /** Copies the list. */
    public Link {
      regions = List.copyOf(regions);
    }
  }

  /**
   * A block with what the parser knows of it.
   *
   * @param block no {@code Noted} itself
   */
  record Noted(Block block, Evidence evidence) implements Block {
    /** Refuses a note on a note. */
    public Noted {
      if (block instanceof Noted) {
        throw new IllegalArgumentException("a block is noted once");
      }
    }

    @Override
    public List<Region> regions() {
      return block.regions();
    }
  }

  /**
   * Text whose line breaks and blanks matter: code, an address block.
   *
   * @param language of the code as written, such as {@code java}; may be empty
   */
  record Preformatted(UntrustedText language, UntrustedText text, List<Region> regions)
      implements Block {
    /** Copies the list. */
    public Preformatted {
      regions = List.copyOf(regions);
    }
  }

  /** Text outside the body: kept and inspected, never part of a chunk. */
  record Furniture(Role role, UntrustedText text, List<Region> regions) implements Block {
    /** What the text is. */
    public enum Role {
      /** Repeated at the top of pages. */
      HEADER,
      /** Repeated at the bottom of pages. */
      FOOTER,
      /** Navigation and other boilerplate of a web page. */
      BOILERPLATE
    }

    /** Copies the list. */
    public Furniture {
      regions = List.copyOf(regions);
    }
  }

  /** Text a reader of the document cannot see: evidence only. */
  record Hidden(HiddenChannel channel, UntrustedText text, List<Region> regions) implements Block {
    /** Copies the list. */
    public Hidden {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Something left out, so that nothing is lost silently.
   *
   * @param kind what, a word of the parser's own such as {@code image}, {@code macro}, {@code
   *     attachment}
   * @param reason why, upper case with underscores, such as {@code NO_TEXT}
   */
  record Dropped(String kind, String reason, List<Region> regions) implements Block {
    /** Copies the list. */
    public Dropped {
      regions = List.copyOf(regions);
    }
  }

  /** A heading of this level. */
  static Block heading(int level, String text, List<Region> regions) {
    return new Heading(level, UntrustedText.of(text), regions);
  }

  /** A heading of a format without pages. */
  static Block heading(int level, String text) {
    return heading(level, text, List.of());
  }

  /** A paragraph of a format without pages. */
  static Block paragraph(String text) {
    return paragraph(text, List.of());
  }

  /** Text a reader cannot see, of a format without pages. */
  static Block hidden(HiddenChannel channel, String text) {
    return hidden(channel, text, List.of());
  }

  /** A paragraph. */
  static Block paragraph(String text, List<Region> regions) {
    return new Paragraph(UntrustedText.of(text), regions);
  }

  /** A list item. */
  static Block listItem(int depth, String marker, String text, List<Region> regions) {
    return new ListItem(depth, UntrustedText.of(marker), UntrustedText.of(text), regions);
  }

  /** Text whose line breaks matter. */
  static Block preformatted(String text, List<Region> regions) {
    return new Preformatted(UntrustedText.EMPTY, UntrustedText.of(text), regions);
  }

  /** Code in a language, of a format without pages; the language may be empty. */
  static Block code(String language, String text) {
    return new Preformatted(UntrustedText.of(language), UntrustedText.of(text), List.of());
  }

  /** A figure; the caption may be empty. */
  static Block figure(String caption, List<Region> regions) {
    return new Figure(UntrustedText.of(caption), regions);
  }

  /** A formula set apart. */
  static Block formula(String text, List<Region> regions) {
    return new Formula(UntrustedText.of(text), regions);
  }

  /** A note at the foot of a page or the end of the document. */
  static Block footnote(String marker, String text, List<Region> regions) {
    return new Footnote(UntrustedText.of(marker), UntrustedText.of(text), regions);
  }

  /** A link in the text of the block before it. */
  static Block link(String label, String target, List<Region> regions) {
    return new Link(UntrustedText.of(label), UntrustedText.of(target), regions);
  }

  /** This block without a note. */
  default Block bare() {
    return this instanceof Noted noted ? noted.block() : this;
  }

  /** This block with what is known of it; a note it has is replaced. */
  default Block noted(Evidence evidence) {
    return evidence.equals(Evidence.NONE) ? bare() : new Noted(bare(), evidence);
  }

  /** Text outside the body. */
  static Block furniture(Furniture.Role role, String text, List<Region> regions) {
    return new Furniture(role, UntrustedText.of(text), regions);
  }

  /** Text a reader cannot see. */
  static Block hidden(HiddenChannel channel, String text, List<Region> regions) {
    return new Hidden(channel, UntrustedText.of(text), regions);
  }

  private static void requireRange(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be " + least + " to " + most + ", got " + value);
    }
  }
}
