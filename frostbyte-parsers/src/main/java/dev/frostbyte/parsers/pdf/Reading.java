package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a document.
 *
 * @param pages how many were read
 * @param characters painted on them, white space not counted
 * @param cut the budget that stopped the reading, null when it came to its end
 */
record Reading(
    List<Block> blocks, int pages, long characters, @Nullable BudgetReachedException cut) {}
