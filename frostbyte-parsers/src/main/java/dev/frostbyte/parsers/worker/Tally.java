package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.parsers.internal.Characters;

/**
 * Counts what a parser emits against its budgets. The child counts to cut, the parent counts again
 * because the child may lie. One thread.
 */
final class Tally {
  private final ParseLimits limits;
  private int elements;
  private long characters;
  private long attached;
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
    characters += Characters.of(block);
    if (characters > limits.maxCharacters()) {
      throw new BudgetReachedException("maxCharacters", limits.maxCharacters());
    }
    if (block instanceof Attached piece) {
      attach(piece);
    }
    elements++;
    for (Region region : block.regions()) {
      pages = Math.max(pages, region.page());
    }
  }

  private void attach(Attached piece) throws BudgetReachedException {
    attached += piece.bytes().length;
    if (attached > limits.maxInflatedBytes()) {
      throw new BudgetReachedException("maxInflatedBytes", limits.maxInflatedBytes());
    }
  }

  /** The highest page that was named, 0 when none was. */
  int pages() {
    return pages;
  }
}
