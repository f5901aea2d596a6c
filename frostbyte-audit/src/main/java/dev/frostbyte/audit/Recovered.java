package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableFile;
import java.util.List;

/**
 * What opening a journal found.
 *
 * @param header of the last segment
 * @param file the last segment, open
 * @param end where its frames end
 * @param chain of all frames; something may stand under no link yet
 * @param firstIndexes first index of each segment
 * @param roots the recomputed tree and the newest signed root
 */
record Recovered(
    SegmentHeader header,
    DurableFile file,
    int end,
    Chain chain,
    List<Long> firstIndexes,
    Roots roots) {}
