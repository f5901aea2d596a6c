package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;

/**
 * Counts the characters of blocks for budgets. A cell of a table costs one character besides its
 * text, since a separator stands for it in the canonical text. Stateless.
 */
public final class Characters {
  private Characters() {}

  /** How many characters a block takes. */
  public static long of(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text().value().length();
      case Block.Paragraph paragraph -> paragraph.text().value().length();
      case Block.ListItem item ->
          (long) item.marker().value().length() + item.text().value().length();
      case Block.Table table -> ofTable(table);
      case Block.Preformatted preformatted -> preformatted.text().value().length();
      case Block.Furniture furniture -> furniture.text().value().length();
      case Block.Hidden hidden -> hidden.text().value().length();
      case Block.Figure figure -> figure.caption().value().length();
      case Block.Formula formula -> formula.text().value().length();
      case Block.Footnote note ->
          (long) note.marker().value().length() + note.text().value().length();
      case Block.Link link -> (long) link.label().value().length() + link.target().value().length();
      case Block.Noted noted -> of(noted.block());
      case Block.Encoded encoded -> 0;
      case Block.Language language -> 0;
      case Block.Page page -> 0;
      case Block.PageImage image -> 0;
      case Attached piece -> 0;
      case Block.Dropped dropped -> 0;
    };
  }

  private static long ofTable(Block.Table table) {
    long cost = table.caption().value().length();
    for (Block.Cell cell : table.cells()) {
      cost += 1 + cell.text().value().length();
    }
    return cost;
  }
}
