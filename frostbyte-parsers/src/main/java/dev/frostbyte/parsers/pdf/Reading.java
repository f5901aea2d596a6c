package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a document.
 *
 * @param files that hang on it and are documents of their own
 * @param pages how many were read
 * @param characters painted on them, white space not counted
 * @param cut the budget that stopped the reading, null when it came to its end
 */
record Reading(
    List<Block> blocks,
    List<File> files,
    int pages,
    long characters,
    @Nullable BudgetReachedException cut) {
  /**
   * A file that hangs on the document and is one of its own.
   *
   * @param type as declared, may be empty
   */
  record File(String name, String type, byte[] bytes, List<Region> place) {}
}
