package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.List;

/** A part of the document in reading order, before headings are told from paragraphs. */
sealed interface Piece {
  /**
   * Lines that belong together.
   *
   * @param text lines joined, hyphens at line ends resolved
   * @param size of most letters, points
   * @param style of most letters
   * @param lines how many lines it had
   * @param marker of a list item, empty otherwise
   * @param indent left edge, points from the left of its column
   * @param gapBefore white space above, in font sizes
   * @param atEdge whether it stands near the top or bottom edge of the page
   */
  record Text(
      String text,
      float size,
      FontStyle style,
      int lines,
      String marker,
      float indent,
      float gapBefore,
      boolean atEdge,
      Region region)
      implements Piece {}

  /** Lines of fixed width, as they stand. */
  record Code(String text, Region region) implements Piece {}

  /** A table. */
  record Table(TableDraft draft, Region region) implements Piece {}

  /** What needs no more thought: furniture, hidden text, what is left out. */
  record Ready(List<Block> blocks) implements Piece {}
}
