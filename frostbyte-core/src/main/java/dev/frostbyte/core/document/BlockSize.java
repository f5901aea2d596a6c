package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;

/** Counts what a block brings, before any of it is taken. */
final class BlockSize {
  /** So that short texts cannot make cells without end: each takes 72 bytes beside its text. */
  private static final long CELL = 10;

  private BlockSize() {}

  /** UTF-16 characters of all its texts; a cell of a table counts as at least 10. */
  static long characters(Block block) {
    return switch (block) {
      case Block.Heading heading -> length(heading.text());
      case Block.Paragraph paragraph -> length(paragraph.text());
      case Block.ListItem item -> length(item.marker()) + length(item.text());
      case Block.Preformatted text -> length(text.language()) + length(text.text());
      case Block.Furniture furniture -> length(furniture.text());
      case Block.Hidden hidden -> length(hidden.text());
      case Block.Table table ->
          length(table.caption())
              + table.cells().stream().mapToLong(cell -> Math.max(CELL, length(cell.text()))).sum();
      case Block.Figure figure -> length(figure.caption());
      case Block.Formula formula -> length(formula.text());
      case Block.Footnote note -> length(note.marker()) + length(note.text());
      case Block.Link link -> length(link.target());
      case Block.Noted noted -> characters(noted.block());
      case Block.Encoded encoded -> 0;
      case Block.Language language -> length(language.tag());
      case Block.Page page -> 0;
      case Block.PageImage image -> 0;
      case Attached piece -> length(piece.name()) + length(piece.type());
      case Block.Dropped dropped -> 0;
    };
  }

  private static long length(UntrustedText text) {
    return text.value().length();
  }
}
