package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;

/** A part of the document in reading order, before headings are told from paragraphs. */
sealed interface Piece {
  /** Whether it is no part of the running body: nothing of the body is parted by it. */
  default boolean isAside() {
    return this instanceof Ready
        || this instanceof Links
        || this instanceof Told told && told.block().bare() instanceof Block.Footnote;
  }

  /**
   * Lines that belong together.
   *
   * @param text lines joined, hyphens at line ends resolved
   * @param size of most letters, points
   * @param style of most letters
   * @param lines how many lines it had
   * @param marker of a list item, empty otherwise
   * @param place how it stands among the others of its column
   * @param regions one for each column or page it stands on
   * @param role what a model takes it for
   */
  record Text(
      String text,
      float size,
      FontStyle style,
      int lines,
      String marker,
      Place place,
      List<Region> regions,
      Role role)
      implements Piece {
    /** This text and what goes on with it in the next column. */
    Text and(Text next) {
      List<Region> all = new ArrayList<>(regions);
      all.addAll(next.regions);
      String whole = Joiner.joined(List.of(text, next.text));
      return new Text(whole, size, style, lines + next.lines, marker, place, all, role);
    }

    /** Whether it may be a note, a caption or what goes on from the text before. */
    boolean isPlain() {
      return role == Role.OPEN || role == Role.BODY;
    }

    /** Page on which it begins. */
    int page() {
      return regions.getFirst().page();
    }
  }

  /** What a model takes a text for. */
  enum Role {
    /** No model says: how it is set tells. */
    OPEN,
    /** The title of the document. */
    TITLE,
    /** A heading. */
    HEADING,
    /** No heading. */
    BODY,
    /** An item of a list. */
    ITEM,
    /** A formula. */
    FORMULA
  }

  /**
   * Where a text stands.
   *
   * @param indent left edge, points from the left of its column
   * @param left left edge on the page as read, points
   * @param gapBefore white space above, in font sizes
   * @param atEdge whether it stands near the top or bottom edge of the page
   * @param first whether it is the first of its column
   * @param note how it begins, should it be a note
   */
  record Place(
      float indent, float left, float gapBefore, boolean atEdge, boolean first, NoteMark note) {}

  /** Lines of fixed width, as they stand. */
  record Code(String text, Region region) implements Piece {}

  /**
   * A table.
   *
   * @param tree position of its element in the structure tree, 0 when it has none
   * @param caption may be empty
   * @param regions one for each page it stands on
   */
  record Table(TableDraft draft, int tree, String caption, List<Region> regions) implements Piece {
    static Table of(TableDraft draft, Region region) {
      return new Table(draft, 0, "", List.of(region));
    }

    Table captioned(String text) {
      return new Table(draft, tree, text, regions);
    }
  }

  /** A picture, with what is written beside it, which may be empty. */
  record Figure(String caption, Region region) implements Piece {
    Figure captioned(String text) {
      return new Figure(text, region);
    }
  }

  /**
   * A part of the body that is known for what it is: by the structure tree, or a footnote.
   *
   * @param tree position of its element in the tree, 0 when it has none
   */
  record Told(Block block, int tree) implements Piece {}

  /** The links of one page. */
  record Links(List<PageLink> links) implements Piece {}

  /** What is no part of the body: furniture, hidden text, what is left out. */
  record Ready(List<Block> blocks) implements Piece {}
}
