package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;

/**
 * Counts what a parser emits against its budgets. The child counts to cut, the parent counts again
 * because the child may lie. A cell of a table costs one character besides its text, since a
 * separator stands for it in the canonical text. One thread.
 */
final class Tally {
  private final ParseLimits limits;
  private int elements;
  private long characters;
  private int pages;

  Tally(ParseLimits limits) {
    this.limits = limits;
  }

  /**
   * Counts a block.
   *
   * @throws BudgetReachedException when it does not fit any more
   */
  void add(Block block) throws BudgetReachedException {
    if (elements == limits.maxElements()) {
      throw new BudgetReachedException("maxElements", limits.maxElements());
    }
    characters += cost(block);
    if (characters > limits.maxCharacters()) {
      throw new BudgetReachedException("maxCharacters", limits.maxCharacters());
    }
    elements++;
    for (Region region : block.regions()) {
      pages = Math.max(pages, region.page());
    }
  }

  /** The highest page that was named, 0 when none was. */
  int pages() {
    return pages;
  }

  private static long cost(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text().value().length();
      case Block.Paragraph paragraph -> paragraph.text().value().length();
      case Block.ListItem item ->
          (long) item.marker().value().length() + item.text().value().length();
      case Block.Table table -> cost(table);
      case Block.Preformatted preformatted -> preformatted.text().value().length();
      case Block.Furniture furniture -> furniture.text().value().length();
      case Block.Hidden hidden -> hidden.text().value().length();
      case Block.Figure figure -> figure.caption().value().length();
      case Block.Formula formula -> formula.text().value().length();
      case Block.Footnote note ->
          (long) note.marker().value().length() + note.text().value().length();
      case Block.Link link -> (long) link.label().value().length() + link.target().value().length();
      case Block.Noted noted -> cost(noted.block());
      case Block.Encoded encoded -> 0;
      case Block.Page page -> 0;
      case Block.PageImage image -> 0;
      case Block.Dropped dropped -> 0;
    };
  }

  private static long cost(Block.Table table) {
    long cost = table.caption().value().length();
    for (Block.Cell cell : table.cells()) {
      cost += 1 + cell.text().value().length();
    }
    return cost;
  }
}
