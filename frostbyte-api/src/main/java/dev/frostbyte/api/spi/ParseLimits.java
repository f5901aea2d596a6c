package dev.frostbyte.api.spi;

import java.time.Duration;

/**
 * Budgets for one document. A counted budget ends the reading as {@link ParseResult.Cut}, the
 * deadline and the memory end the process. Immutable.
 *
 * @param maxPages pages, slides or sheets; default 5,000: more than any document of ours, less than
 *     a page-tree bomb
 * @param maxElements blocks emitted; default 500,000
 * @param maxCharacters characters emitted, a cell of a table counted as at least 10; default
 *     20,000,000, about 10,000 printed pages or 2,000,000 cells: what a host of 512 MiB can inspect
 * @param maxEntries entries of a container; default 20,000
 * @param maxInflatedBytes bytes inflated from one document; default 1 GiB
 * @param maxInflationRatio inflated to stored bytes of a container entry of more than 1 MiB;
 *     default 200
 * @param maxDepth nesting of elements or containers; default 200
 * @param deadline wall-clock time; default 2 minutes
 * @param maxNameLength bytes of the name of a container's entry; default 1,024: four times what
 *     file systems take for a name
 * @param maxObjects objects of a PDF; default 500,000, about 100 for each of 5,000 pages; each
 *     costs a library some hundred bytes of memory
 * @param maxPixels pixels of a picture; default 64,000,000, A4 at 800 dots per inch
 */
public record ParseLimits(
    int maxPages,
    int maxElements,
    long maxCharacters,
    int maxEntries,
    long maxInflatedBytes,
    int maxInflationRatio,
    int maxDepth,
    Duration deadline,
    int maxNameLength,
    int maxObjects,
    long maxPixels) {
  /** The defaults named above. */
  public static final ParseLimits DEFAULT =
      new ParseLimits(
          5_000, 500_000, 20_000_000, 20_000, 1L << 30, 200, 200, Duration.ofMinutes(2));

  /** These budgets, and the defaults of the others. */
  public ParseLimits(
      int maxPages,
      int maxElements,
      long maxCharacters,
      int maxEntries,
      long maxInflatedBytes,
      int maxInflationRatio,
      int maxDepth,
      Duration deadline) {
    this(
        maxPages,
        maxElements,
        maxCharacters,
        maxEntries,
        maxInflatedBytes,
        maxInflationRatio,
        maxDepth,
        deadline,
        1_024,
        500_000,
        64_000_000);
  }

  /** Of each budget the smaller one of these and others. */
  public ParseLimits atMost(ParseLimits others) {
    return new ParseLimits(
        Math.min(maxPages, others.maxPages),
        Math.min(maxElements, others.maxElements),
        Math.min(maxCharacters, others.maxCharacters),
        Math.min(maxEntries, others.maxEntries),
        Math.min(maxInflatedBytes, others.maxInflatedBytes),
        Math.min(maxInflationRatio, others.maxInflationRatio),
        Math.min(maxDepth, others.maxDepth),
        deadline.compareTo(others.deadline) < 0 ? deadline : others.deadline,
        Math.min(maxNameLength, others.maxNameLength),
        Math.min(maxObjects, others.maxObjects),
        Math.min(maxPixels, others.maxPixels));
  }

  /** Checks that every budget is positive. */
  public ParseLimits {
    boolean counted = maxPages > 0 && maxElements > 0 && maxCharacters > 0 && maxEntries > 0;
    boolean nested = maxInflatedBytes > 0 && maxInflationRatio > 0 && maxDepth > 0;
    boolean sized = maxNameLength > 0 && maxObjects > 0 && maxPixels > 0;
    if (!counted || !nested || !sized || deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("every parse limit must be positive");
    }
  }
}
