package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Block;
import java.io.IOException;

/** Takes what a parser emits. May block, which holds the parser back. One thread. */
@FunctionalInterface
public interface ElementSink {
  /**
   * Takes the next block in reading order.
   *
   * @throws IOException when the reader is gone; the parser stops and lets it pass
   * @throws BudgetReachedException when a counted budget is used up; the parser stops and lets it
   *     pass
   */
  void accept(Block block) throws IOException;

  /** Takes these blocks in order, as {@link #accept} does each. */
  default void acceptAll(Iterable<Block> blocks) throws IOException {
    for (Block block : blocks) {
      accept(block);
    }
  }
}
